"""What the three couples said at the start: facts as in the written cases, words invented for them."""

from __future__ import annotations

from typing import Any

from practice.cli.demo.answers import matrix

Answers = dict[str, Any]
Intake = dict[str, Answers]


def _troubles(*values: int) -> dict[str, str]:
    return matrix("in-hopes", "troubles", list(values))


def _closeness(now: list[int], wish: list[int], **words: str) -> Answers:
    slug = "in-closeness-profile"
    return {"now": matrix(slug, "now", now), "wish": matrix(slug, "wish", wish), **words}


def _load(*values: int) -> dict[str, str]:
    return matrix("in-outside-load", "sources", list(values))


AMARA: Intake = {
    "in-about-you": {
        "name_used": "Amara",
        "adult": "yes",
        "languages": "English; Swedish with family",
        "contact_ways": ["email", "text"],
        "contact_hours": "any time",
    },
    "in-hopes": {
        "main_concern": "I would like us to share the evenings again, not only the chores.",
        "why_now": "I noticed that I plan my days so that we hardly meet.",
        "private_concern": "My sister knows more about this than he does. SENT-C1A-7Q",
        "troubles": _troubles(4, 2, 3, 3, 3, 2, 4, 1, 2, 1, 3, 2, 1),
        "needs_list": [
            {"need": "Not to manage everything alone", "looks_like": "One evening I do not plan"}
        ],
        "goals_list": [{"goal": "We talk before bed", "sign": "Phones stay in the kitchen"}],
        "own_step": "Say that I am tired before I am cross.",
        "matters": 9,
    },
    "in-our-story": {
        "together_since": "2015-06-01",
        "form": "married_or_in_a_civil_union",
        "drew_us": "He asked questions and waited for the answer.",
        "timeline": [
            {"year": 2019, "what": "Our first child", "effect": "both"},
            {"year": 2022, "what": "Our second, and my new job", "effect": "pushed_us_apart"},
        ],
        "good_stretch": "The summer by the lake, when nobody had to be anywhere.",
        "months_since": 20,
        "past_year": "faded_slowly",
    },
    "in-closeness-profile": _closeness(
        [1, 1, 2, 2],
        [3, 4, 3, 3],
        meaning="To be asked how I am by someone who wants to know.",
        physical_like="A hand on my back in passing",
        emotional_like="When he asks a second question",
    ),
    "in-strengths": {
        "works": "We are a good team when one of the children is ill.",
        "value": [{"quality": "His patience", "example": "he explains maths twice"}],
        "came_through": "The year with two night shifts and a baby. We took turns.",
        "enjoy": ["cooking_or_eating", "walking"],
        "rituals": "Coffee on the step on Saturdays",
        "friends": 7,
        "hope_reason": "We still laugh at the same things.",
    },
    "in-household": {
        "lives_with": [
            {"who": "Our daughter", "age": 7, "days": "always"},
            {"who": "Our son", "age": 4, "days": "always"},
        ],
        "children": "yes",
        "pass_on": "That people who love each other say sorry.",
    },
    "in-talking": {
        "heard": 4,
        "hard_topics": ["affection", "time_together", "home_and_chores"],
        "my_say": 8,
        "speak_freely": 8,
        "pause_back": "we_break_but_do_not_come_back",
        "make_up": "A walk around the block",
    },
    "in-roots": {
        "raised": "My parents and my aunt, in a house full of people.",
        "home_affection": "in_deeds_not_words",
        "models": "That you look after each other, and do not speak of it.",
        "culture": "Nigerian and Swedish, a bit of both every day",
        "faith": "I was raised in a Pentecostal church and still pray, lightly.",
        "keep": "The open table",
        "change": "I want my children to hear loving words.",
    },
    "in-outside-load": {
        "sources": _load(4, 1, 0, 1, 3, 1, 2, 0, 1, 0),
        "takes_time": ["work", "children", "tiredness"],
        "signs": ["i_keep_busy", "i_snap"],
        "helps": "Ten minutes with nobody asking me anything",
    },
    "in-where-you-stand": {
        "leaning": "i_want_to_stay",
        "willing": 9,
        "hope": 7,
        "own_choice": "yes",
        "can_refuse": "yes",
    },
    "in-body-and-affection": {
        "affection_ok": 4,
        "sexual_ok": 3,
        "say_likes": 3,
        "go_along": "never",
        "keep_asking": "never",
        "home_talk": "not_at_all",
    },
    "in-health": {"health_now": 7, "sleep_hours": 6, "energy": 4, "mood": "mostly_worried"},
}
DANIEL: Intake = {
    "in-about-you": {
        "name_used": "Daniel",
        "adult": "yes",
        "contact_ways": ["email"],
        "contact_hours": "evenings",
    },
    "in-hopes": {
        "main_concern": "I would like to feel that you are glad when I come home.",
        "why_now": "The layoffs at work made me see how alone I feel with it.",
        "private_concern": "The old job comes back to me at night. SENT-C1B-9K",
        "troubles": _troubles(3, 2, 2, 1, 3, 4, 3, 3, 1, 1, 4, 2, 0),
        "needs_list": [{"need": "To be wanted", "looks_like": "A hug that is not on the way"}],
        "goals_list": [{"goal": "We pause and come back", "sign": "We finish the talk by bedtime"}],
        "own_step": "Stay in the room when it gets warm.",
        "matters": 8,
    },
    "in-our-story": {
        "together_since": "2015-06-01",
        "form": "married_or_in_a_civil_union",
        "drew_us": "She made a room feel warmer.",
        "timeline": [
            {"year": 2019, "what": "We became parents", "effect": "brought_us_closer"},
            {"year": 2025, "what": "Talk of layoffs", "effect": "pushed_us_apart"},
        ],
        "good_stretch": "The weeks after our son was born, slow and close.",
        "months_since": 14,
        "past_year": "gone_up_and_down",
    },
    "in-closeness-profile": _closeness(
        [1, 2, 2, 3],
        [4, 3, 2, 3],
        meaning="That I can be quiet next to someone and it is fine.",
        physical_like="Leaning on each other on the sofa",
        emotional_like="When my worry is not a problem to solve",
    ),
    "in-strengths": {
        "works": "We trust each other with the children completely.",
        "value": [{"quality": "Her courage", "example": "she calls the school, I do not"}],
        "came_through": "Her night shifts. We left notes on the fridge.",
        "enjoy": ["cooking_or_eating", "films_or_shows"],
        "rituals": "Coffee on the step",
        "friends": 8,
        "hope_reason": "We both came here.",
    },
    "in-household": {
        "lives_with": [
            {"who": "Two children", "age": 7, "days": "always"},
        ],
        "children": "yes",
        "pass_on": "That you can be sad and still be kind.",
    },
    "in-talking": {
        "heard": 5,
        "hard_topics": ["affection", "work"],
        "my_say": 7,
        "speak_freely": 7,
        "pause_back": "not_yet",
        "make_up": "Time, and then a joke",
    },
    "in-roots": {
        "raised": "My parents, until they parted when I was 12.",
        "home_affection": "rarely",
        "models": "That one keeps the peace until one leaves.",
        "faith": "None, and I like the quiet of churches.",
        "keep": "Sunday pancakes",
        "change": "I want to say things while they are small.",
    },
    "in-outside-load": {
        "sources": _load(4, 3, 1, 0, 2, 0, 0, 1, 2, 0),
        "takes_time": ["work", "chores"],
        "signs": ["i_go_quiet", "i_sleep_badly"],
        "helps": "A run",
    },
    "in-where-you-stand": {
        "leaning": "i_want_to_stay",
        "willing": 8,
        "hope": 6,
        "own_choice": "yes",
        "can_refuse": "yes",
    },
}
ROSA: Intake = {
    "in-about-you": {"name_used": "Rosa", "adult": "yes"},
    "in-hopes": {
        "main_concern": "I would like us to sit together again without it feeling heavy.",
        "why_now": "Since my sister died I snap, and I do not like it.",
        "goals_list": [{"goal": "A quiet half hour after supper", "sign": "We both look forward"}],
        "matters": 9,
    },
    "in-strengths": {
        "works": "We never go to bed without a blessing for each other.",
        "came_through": "The move, and the first winter in the new house.",
        "hope_reason": "Fourteen years are a long practice.",
        "friends": 8,
    },
    "in-where-you-stand": {
        "leaning": "i_go_back_and_forth",
        "own_choice": "yes",
        "can_refuse": "yes",
        "pulls": "I am not sure I can live like siblings. SENT-C2A-GR2",
    },
    "in-outside-load": {
        "sources": _load(0, 1, 1, 2, 0, 3, 1, 0, 1, 0),
        "big_events": ["death_of_someone_close"],
        "helps": "The garden",
    },
}
MEILIN: Intake = {
    "in-about-you": {"name_used": "Mei-Lin", "adult": "yes"},
    "in-hopes": {
        "main_concern": "I would like a bad day to be allowed.",
        "why_now": "She is grieving and I have pain, and we miss each other.",
        "goals_list": [{"goal": "To say what a pain day allows", "sign": "She asks, I answer"}],
        "matters": 8,
    },
    "in-strengths": {
        "works": "We make things with our hands, side by side.",
        "came_through": "The move. She carried the heavy boxes and my mood.",
        "hope_reason": "She still waits for me at the door.",
        "friends": 9,
    },
    "in-hard-times": {
        "how_to": "answer_a_little_here",
        "kinds": ["harsh_words_or_shaming_while_growing_up"],
        "shows_up": ["trust", "being_on_guard"],
        "go_slow": "Please do not ask for pictures of it. SENT-C2B-TR4",
        "harm_now": "no",
    },
    "in-health": {
        "health_now": 4,
        "conditions": "Fibromyalgia",
        "pain_where": ["back", "arms_or_hands", "pelvis"],
        "pain_level": 6,
        "life_stage": ["change_of_life_or_menopause"],
        "mood": "mostly_low",
    },
}
JORDAN: Intake = {
    "in-about-you": {
        "name_used": "Jordan",
        "adult": "yes",
        "contact_ways": ["portal", "call"],
        "contact_hours": "weekdays 10:00 to 12:00, the work phone only",
        "message_ok": "no",
        "caller_name": "Riverside Office",
        "shared_device": "yes",
        "bill_address": "yes",
    },
    "in-hopes": {
        "main_concern": "I would like to have a room of my own, in time and in thought.",
        "private_concern": "Please never call my own phone. SENT-C3A-NOTE2",
        "matters": 5,
    },
    "in-talking": {"heard": 3, "my_say": 2, "speak_freely": 2},
    "in-where-you-stand": {"own_choice": "partly", "can_refuse": "no"},
    "in-agreements": {"watching": "watched", "trust": 3},
}
SAM: Intake = {
    "in-about-you": {
        "name_used": "Sam",
        "adult": "yes",
        "contact_ways": ["email"],
    },
    "in-hopes": {"main_concern": "I would like less tension at home.", "matters": 7},
    "in-talking": {"heard": 8, "my_say": 9, "speak_freely": 9},
    "in-agreements": {"unsaid": "yes", "unsaid_now": "yes", "watching": "prefer_not"},
}
