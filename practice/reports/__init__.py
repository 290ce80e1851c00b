"""Reports: built by allow-list, frozen, drawn, set, locked and given."""
