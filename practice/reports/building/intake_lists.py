"""Which report may read which answers of the intake. Made by scripts/write_intake_lists.py from the definitions' own words.

What is not named here is in no report. Questions with pages of their own (agreements, private questions) are not among them.
"""

from __future__ import annotations

Fields = dict[str, dict[str, frozenset[str]]]


def _keys(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


RELEASED: Fields = {
    "R1": {
        "in-about-you": _keys(
            "name_used pronouns",
        ),
        "in-closeness-profile": _keys(
            "meaning now wish physical_like emotional_like spiritual_like mental_like",
        ),
        "in-hopes": _keys(
            "main_concern needs_list goals_list own_step",
        ),
        "in-household": _keys(
            "lives_with media_rules pass_on",
        ),
        "in-near-and-apart": _keys(
            "keep_self",
        ),
        "in-our-story": _keys(
            "together_since form drew_us timeline good_stretch",
        ),
        "in-outside-load": _keys(
            "sources takes_time signs helps lighten share_load",
        ),
        "in-roots": _keys(
            "raised home_affection models home_conflict culture faith keep change",
        ),
        "in-strengths": _keys(
            "works value came_through enjoy rituals friends kind_act hope_reason",
        ),
        "in-support-map": _keys(
            "community",
        ),
        "in-talking": _keys(
            "hard_topics pause_back make_up wish_talk",
        ),
    },
    "R4": {
        "in-hopes": _keys(
            "goals_list own_step",
        ),
        "in-strengths": _keys(
            "works value came_through rituals hope_reason",
        ),
    },
}
"""Both read these, once they were released."""

AUTHOR: Fields = {
    "R2": {
        "in-about-you": _keys(
            "name_used pronouns gender languages access access_note",
        ),
        "in-body-and-affection": _keys(
            "affection_ok sexual_ok felt_good connected touch_now touch_pace more_less",
            "say_likes pain_change health_help home_view home_talk",
        ),
        "in-closeness-profile": _keys(
            "meaning now wish physical_like emotional_like spiritual_like mental_like",
            "share_ease one_way blocks block_note",
        ),
        "in-health": _keys(
            "health_now conditions medicines pain_where pain_level life_stage sleep_hours",
            "energy mood body_and_us",
        ),
        "in-hopes": _keys(
            "main_concern why_now troubles needs_list goals_list own_step matters",
            "fair_process",
        ),
        "in-household": _keys(
            "lives_with children raise_agree media_rules pass_on carry_over depend",
        ),
        "in-near-and-apart": _keys(
            "comfort_then learned unsure near_ok apart_ok steady given_up feeling_words",
            "feelings keep_self",
        ),
        "in-our-story": _keys(
            "together_since form drew_us timeline good_stretch months_since past_year apart",
            "past_help",
        ),
        "in-outside-load": _keys(
            "sources takes_time money_worry love_pushed signs spill big_events helps lighten",
            "share_load",
        ),
        "in-roots": _keys(
            "raised home_affection models home_conflict culture culture_couple faith",
            "faith_difference faith_help roles unfair keep change",
        ),
        "in-strengths": _keys(
            "works value came_through enjoy rituals friends kind_act hope_reason",
        ),
        "in-support-map": _keys(
            "people community past_groups",
        ),
        "in-talking": _keys(
            "heard habits last_time hard_topics who_decides picked_at thanked pause_back",
            "make_up wish_talk",
        ),
        "in-where-you-stand": _keys(
            "leaning willing hope right_for_me pulls",
        ),
    },
    "R5": {
        "in-hopes": _keys(
            "goals_list own_step",
        ),
        "in-strengths": _keys(
            "works value came_through rituals hope_reason",
        ),
    },
}
"""That person and the care team read these."""

CLINICIAN: Fields = {
    "R3": {
        "in-about-you": _keys(
            "name_used pronouns adult birth_date gender languages access access_note",
        ),
        "in-agreements": _keys(
            "trust accepted respected agreement worry_broken past_break unsaid unsaid_now",
            "help_tell watching trust_grow",
        ),
        "in-body-and-affection": _keys(
            "affection_ok sexual_ok felt_good connected touch_now touch_pace more_less",
            "say_likes go_along keep_asking pain_change health_help home_view home_talk",
            "early_media solo_effect solo_note identity medical_step",
        ),
        "in-closeness-profile": _keys(
            "meaning now wish physical_like emotional_like spiritual_like mental_like",
            "share_ease one_way blocks block_note",
        ),
        "in-consents": _keys(
            "notice_received not_watched outcome_use students recording",
        ),
        "in-hard-times": _keys(
            "how_to kinds shows_up trust_now between_us partner_knows go_slow helps_settle",
            "own_help harm_now pacing",
        ),
        "in-health": _keys(
            "health_now conditions medicines pain_where pain_level life_stage sleep_hours",
            "energy mood body_and_us uses",
        ),
        "in-hopes": _keys(
            "main_concern why_now private_concern troubles needs_list goals_list own_step",
            "matters fair_process",
        ),
        "in-household": _keys(
            "lives_with children raise_agree media_rules pass_on carry_over depend court",
            "home_privacy",
        ),
        "in-near-and-apart": _keys(
            "comfort_then learned unsure near_ok apart_ok steady given_up feeling_words",
            "feelings keep_self",
        ),
        "in-our-story": _keys(
            "together_since form drew_us timeline good_stretch months_since past_year apart",
            "past_help",
        ),
        "in-outside-load": _keys(
            "sources takes_time money_worry love_pushed signs spill big_events helps lighten",
            "share_load",
        ),
        "in-private-screens": _keys(
            "two_weeks self_harm harm_other racing unreal drink_often drug_often use_cost",
            "other_habit sex_control sex_cost sex_values own_talk risk_follow",
        ),
        "in-roots": _keys(
            "raised home_affection models home_conflict culture culture_couple faith",
            "faith_difference faith_help roles unfair keep change",
        ),
        "in-strengths": _keys(
            "works value came_through enjoy rituals friends kind_act hope_reason",
        ),
        "in-support-map": _keys(
            "people someone community providers other_help past_groups releases_checked",
        ),
        "in-talking": _keys(
            "heard habits last_time hard_topics who_decides my_say speak_freely picked_at",
            "thanked pause_back make_up wish_talk",
        ),
        "in-where-you-stand": _keys(
            "leaning willing hope own_choice can_refuse right_for_me pulls think_alone",
            "readiness",
        ),
    },
}
"""The care team alone reads these."""
