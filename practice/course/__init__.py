"""The course of a couple over time: measures and goals with their charts, composed from the rooms below. Reads only."""
