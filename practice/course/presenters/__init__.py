"""Frozen view objects of the course pages; pictures are drawn here, by the charts of the reports room."""
