"""What the three couples wrote: figures as in the written cases, words invented for them."""

from __future__ import annotations

from typing import Any

from practice.catalogue.loading import load_definitions

Answers = dict[str, Any]


def matrix(slug: str, key: str, values: list[int]) -> dict[str, str]:
    """Return answers to the rows of a matrix, in the order asked."""
    field = load_definitions()[slug].field(key)
    rows = field.rows or load_definitions()[slug].field(str(field.guesses)).rows
    return {row.value: str(value) for row, value in zip(rows, values, strict=True)}


def wheel(
    now: list[int],
    wish: list[int],
    importance: list[int],
    guess: list[int] | None = None,
    **words: str,
) -> Answers:
    """Return one person's balance wheel."""
    slug = "ib-balance-wheel"
    found: Answers = {
        "now": matrix(slug, "now", now),
        "wish": matrix(slug, "wish", wish),
        "importance": matrix(slug, "importance", importance),
        **words,
    }
    return found | ({"guess_wish": matrix(slug, "guess_wish", guess)} if guess else {})


def circles(
    actual: int, ideal: int, guess: int | None, room: int, closer: str, space: str
) -> Answers:
    """Return one person's closeness circles (the emotional ones)."""
    found: Answers = {
        "actual_emotional": str(actual),
        "ideal_emotional": str(ideal),
        "room": room,
        "step_closer": closer,
        "step_space": space,
    }
    return found | ({"guess_ideal": str(guess)} if guess is not None else {})


def pulse(
    values: list[int], heat: int, voice: int, pressure: int, win: str = "", note: str = ""
) -> Answers:
    """Return one weekly pulse: six direct rows, then how hot conflict was."""
    found: Answers = {
        "pulse": matrix("ci-weekly-pulse", "pulse", [*values, heat]),
        "voice": voice,
        "pressure": pressure,
    }
    return found | ({"win": win} if win else {}) | ({"private_note": note} if note else {})


def topics(values: list[int], warmup: str, start_with: int, easiest: list[int]) -> Answers:
    """Return one person's topic comfort; ``start_with`` and ``easiest`` are row numbers from 1."""
    slug = "sc-topic-comfort"
    rows = [row.value for row in load_definitions()[slug].field("comfort").rows]
    return {
        "comfort": matrix(slug, "comfort", values),
        "untouched": [rows[8]],
        "guess": [rows[n - 1] for n in easiest],
        "warmup": warmup,
        "start_with": rows[start_with - 1],
    }


def pleasure(mine: list[int], guess: list[int], importance: str, easier: str) -> Answers:
    """Return what one person says and guesses."""
    slug = "sc-pleasure-guess"
    return {
        "mine": matrix(slug, "mine", mine),
        "guess": matrix(slug, "guess", guess),
        "importance": importance,
        "put_on": "rather_not_say",
        "easier": easier,
    }


def appreciation(noticed: str, why: str, said: str, got_one: str, felt: int) -> Answers:
    """Return one day's three lines."""
    return {"noticed": noticed, "why": why, "said": said, "got_one": got_one, "felt": felt}


def feelings(
    day: str, moment: str, words: list[str], intensity: int, after: int, said: str, body: list[str]
) -> Answers:
    """Return one entry of the feelings log."""
    return {
        "logged_on": day,
        "moment": moment,
        "feeling": words,
        "intensity": intensity,
        "body": body,
        "urge": "go_quiet",
        "did": "Made tea, sat by the window.",
        "said": said,
        "after": after,
    }


AMARA_SIGNALS: Answers = {
    "signs": ["tight_jaw_or_shoulders", "louder_voice", "urge_to_win"],
    "threshold": 7,
    "recovery_minutes": 30,
    "triggers": [
        {"situation": "Being told I am always tired", "charge": 8},
        {"situation": "No answer when I ask a question", "charge": 7},
    ],
    "helps": "Sit down next to me and say that you are coming back to it.",
    "avoid": "Leaving the room without a word.",
}
DANIEL_SIGNALS: Answers = {
    "signs": ["blank_mind", "urge_to_leave", "numbness"],
    "threshold": 6,
    "recovery_minutes": 60,
    "triggers": [{"situation": "Several questions at once", "charge": 7}],
    "helps": "One question at a time, and a minute to think.",
    "avoid": "Following me when I need air.",
}

SIGNALS = {"a": AMARA_SIGNALS, "b": DANIEL_SIGNALS}

PRAISE: dict[str, list[tuple[str, str, str, str]]] = {
    "a": [
        ("You made the lunch boxes before I was up", "I had ten minutes to myself", "said", "no"),
        ("You asked about my shift and listened", "It felt like before", "said", "yes"),
        ("You laughed with the children at dinner", "The house was light", "wrote", "no"),
        ("You put your phone away first", "I did not have to ask", "said", "no"),
        ("You drove so that I could sleep", "I was really worn out", "not_yet", "no"),
        ("You remembered my sister's birthday", "She matters to me", "wrote", "yes"),
        ("You said sorry after the call", "It was quick and plain", "not_yet", "no"),
    ],
    "b": [
        ("You left the light on for me", "I felt expected", "said", "yes"),
        ("You told your mother that we were busy", "You chose our evening", "not_yet", "yes"),
        ("You fixed the school form", "I had forgotten it", "not_yet", "yes"),
        ("You held my hand at the shop", "I did not expect it", "wrote", "yes"),
        ("You let me finish my sentence", "I could think", "not_yet", "yes"),
    ],
}

# Ten weekly pulses: six direct rows and heat, or None where nothing was sent.
PULSES: dict[str, list[tuple[list[int], int, int, int, str, str] | None]] = {
    "a": [
        (
            [4, 3, 3, 4, 5, 5],
            7,
            6,
            3,
            "We ate at the table twice",
            "The week my mother called every day. SENT-C1A-7Q",
        ),
        ([4, 4, 4, 4, 5, 5], 6, 6, 3, "A walk without phones", ""),
        ([5, 4, 5, 5, 5, 6], 6, 7, 3, "He told me about work", ""),
        None,
        ([5, 5, 5, 5, 6, 6], 5, 7, 2, "A calm evening", ""),
        ([2, 2, 3, 2, 3, 3], 9, 6, 3, "We stopped in time", ""),
        None,
        ([6, 6, 5, 6, 6, 7], 4, 8, 2, "We came back within the hour", ""),
        ([7, 6, 6, 6, 7, 7], 3, 8, 2, "Dancing in the kitchen", ""),
        None,
    ],
    "b": [
        (
            [5, 5, 4, 4, 6, 6],
            6,
            7,
            2,
            "She thanked me for the lunch boxes",
            "I keep thinking of the job I lost in 2014. SENT-C1B-9K",
        ),
        ([5, 5, 5, 5, 6, 6], 6, 7, 2, "No raised voices", ""),
        None,
        ([6, 5, 5, 5, 6, 6], 5, 7, 2, "We laughed", ""),
        ([6, 6, 6, 5, 6, 7], 5, 8, 2, "Sunday breakfast", ""),
        None,
        ([6, 6, 6, 6, 7, 7], 4, 8, 1, "She asked and waited", ""),
        None,
        ([7, 7, 6, 6, 7, 7], 3, 8, 1, "A plan for the summer", ""),
        None,
    ],
}

TIMEOUT: Answers = {
    "signal": "A hand on the heart",
    "level": 6,
    "min_minutes": 30,
    "max_hours": 2,
    "where": [
        {"partner": "a", "place": "Kitchen", "calming_activity": "Tea, music"},
        {"partner": "b", "place": "Round the block", "calming_activity": "Walking"},
    ],
    "not_allowed": ["follow", "block_the_way", "keep_texting_the_argument", "bring_in_children"],
    "return": "Whoever called it comes back first and says: I am ready.",
    "agreed": True,
}
AMARA_POSITION: Answers = {
    "issue": "Evenings and phones",
    "before": 7,
    "view": "I notice that I reach for you with complaints when I miss you.",
    "value": "Time that is ours",
    "will": "I will say when I miss you. I will not keep score.",
    "statement": "I miss our evenings. I would like four of them without phones. I will ask, not accuse.",
    "check": ["no_blame_words", "owns_my_feeling", "leaves_room_for_theirs"],
    "after": 4,
}
MEILIN_POSITION: Answers = {
    "issue": "Touch when I am in pain",
    "before": 8,
    "view": "I freeze, and it is older than us. SENT-C2B-TR4",
    "value": "Gentleness",
    "will": "I will say stop early. I will not pretend.",
    "statement": "I want to be near you. On a pain day I would like to be held and nothing more.",
    "check": ["no_blame_words", "no_demand_to_agree", "owns_my_feeling"],
    "after": 5,
}
ROSA_PULSE = pulse(
    [5, 4, 5, 4, 6, 7],
    3,
    8,
    2,
    "We sang in the car",
    "I am not sure I can live like siblings. SENT-C2A-GR2",
)
MEILIN_PULSE = pulse([5, 5, 6, 5, 6, 7], 3, 8, 3, "She made soup")
JORDAN_PULSE = pulse([5, 3, 4, 4, 4, 3], 7, 3, 8, "", "Please call at work only. SENT-C3A-NOTE2")
SAM_PULSE = pulse(
    [8, 8, 7, 7, 8, 8],
    3,
    9,
    1,
    "Cooked together",
    "There are messages I have not told Jordan about. SENT-C3B-EX1",
)
ROSA_LATER_PULSE = pulse([6, 5, 6, 5, 7, 7], 3, 8, 2, "A picnic")
ROSA_RINGS = circles(6, 6, None, 3, "Praying together", "My choir evening")

FIRST_WHEELS = {
    "a": wheel(
        [4, 3, 6, 5],
        [6, 9, 8, 7],
        [6, 10, 8, 6],
        [9, 6, 4, 7],
        missing="Being busy together has stood in for talking",
        step="One evening walk, just us",
    ),
    "b": wheel(
        [3, 6, 5, 6],
        [8, 7, 5, 7],
        [9, 7, 3, 6],
        [5, 7, 6, 6],
        missing="Jokes, when I do not know what to say",
        step="Sitting close on the sofa",
    ),
}
LATER_WHEELS = {
    "a": wheel(
        [6, 5, 6, 6],
        [7, 9, 8, 7],
        [6, 10, 8, 6],
        [9, 7, 5, 7],
        missing="Less than before",
        step="Keep the walk",
    ),
    "b": wheel(
        [5, 7, 5, 6],
        [8, 8, 5, 7],
        [9, 8, 3, 6],
        [6, 9, 7, 7],
        missing="Nothing this month",
        step="Plan one evening out",
    ),
}
SECOND_WHEELS = {
    "a": wheel([2, 7, 8, 7], [5, 8, 9, 8], [7, 9, 9, 7], step="Holding hands at Mass"),
    "b": wheel([3, 6, 5, 8], [3, 8, 6, 8], [4, 9, 5, 8], step="Clay together on Sundays"),
}
RINGS = {
    "a": circles(3, 6, 4, 5, "Telling me about your day before I ask", "An hour alone on Saturday"),
    "b": circles(4, 5, 5, 7, "Asking me, and waiting", "My run, without a phone call"),
}
TOPICS = {
    "a": topics([2, 1, 2, 1, 2, 1, 3, 0, 1, 2, 0, 1], "a_walk", 7, [1, 2, 7]),
    "b": topics([3, 2, 2, 2, 1, 3, 3, 1, 3, 2, 1, 1], "writing_first", 6, [1, 5, 7]),
}
PLEASURE = {
    "a": pleasure([2, 1, 1], [3, 2, 4], "2", "Knowing it will not be taken as blame"),
    "b": pleasure([3, 3, 4], [3, 3, 3], "3", "Less guessing"),
}
