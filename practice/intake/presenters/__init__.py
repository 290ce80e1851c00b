"""View objects of the intake: a partner's own page, and the care team's overview and reading page."""
