"""Who may do what: the permissions, the one-page policy table and the decision. No Flask, no models."""
