"""The database kernel: base, identifiers, sealed fields, container scope, transactions.

What must never be forgotten is held here, once: rows of a container are unreadable outside an open scope, sealed fields have no
plain form in the database, a GET cannot write, and a change without an audit event cannot be committed.
"""
