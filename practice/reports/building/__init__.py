"""From a case to the frozen data of a report: gathered inside the report's own containers, by allow-list."""
