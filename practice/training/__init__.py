"""A couple to practise with: nobody real, on the clinician's own caseload, marked on every page and PDF."""
