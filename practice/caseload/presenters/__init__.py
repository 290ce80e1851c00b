"""The record of a couple and the help page in words."""
