"""My overwhelm signals: no score.

The threshold and the minutes to recover are for their author and the clinician. Nothing is worked out from
them and nothing else is filled in from them.
"""

from __future__ import annotations

from practice.measures.exercises.figure import Scorer

SCORER = Scorer("er-overwhelm-signals")
