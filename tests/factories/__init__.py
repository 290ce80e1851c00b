"""Builders of people and cases for the tests."""
