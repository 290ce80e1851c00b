"""Scoring definitions and statistics in pure Python: no tables, no web, nothing imported from outside.

Nothing here holds the wording of any questionnaire. A definition says how many items there are, how they are
keyed and what the totals mean; the words come from the clinic's own licensed text.
"""
