"""What A agrees to, declines or takes back, her reports, and her coming and going."""

from __future__ import annotations

from practice.accounts import services as accounts
from practice.caseload import services as caseload
from tests.factories.house import PASSWORD
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import (
    choose_words,
    give_report,
)
from tests.integration.privacy.varying import TEXT, amara, variation


def _agreement(text: str, act: str) -> None:
    @variation(f"agreements: {text} {act}")
    def done(found: Furnished) -> None:
        visitor = amara(found)
        way = {"taken back": "take-back", "talk first": "talk"}.get(act)
        if way:
            assert visitor.post(f"/agreements/{text}/{way}").status_code == 303
            return
        assert visitor.post(f"/agreements/{text}/take-back").status_code == 303
        data = {"has_read": "y", "signed_name": "A. O.-L."}
        assert visitor.post(f"/agreements/{text}", data).status_code == 303


for _text in ("informed_consent", "no_secrets", "sexual_content_consent"):
    for _act in ("taken back", "talk first", "signed anew"):
        _agreement(_text, _act)


@variation("contact: the portal only")
def contact(found: Furnished) -> None:
    data = {"ways": ["portal"], "hours": "never", "caller": "Riverside", "note": TEXT}
    assert amara(found).post("/record/contact", data).status_code == 303


@variation("contact: noted by the clinician")
def contact_noted(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        caseload.note_safe_contact(case, "a", {"ways": ["call"], "note": TEXT}, by=case.actor)


@variation("sharing: everything taken back")
def sharing_taken_back(found: Furnished) -> None:
    assert amara(found).post("/record/sharing", {}).status_code == 303


@variation("sharing: everything agreed to")
def sharing_agreed(found: Furnished) -> None:
    data = {"agreed": ["csi-16", "csi-4", "rdas", "ras", "gas", "gmsex", "iss", "fsfi"]}
    assert amara(found).post("/record/sharing", data).status_code == 303


@variation("reports: her words withdrawn from quoting")
def words_withdrawn(found: Furnished) -> None:
    with found.house.writing():
        choose_words(found.house, "a", agreed=False)


@variation("reports: one more of her own, given to her")
def own_report(found: Furnished) -> None:
    with found.house.writing():
        give_report(found.house, "R5", "a", "a")


@variation("reports: hers taken back from her")
def report_taken_back(found: Furnished) -> None:
    path = f"/couples/{found.house.couples['amara-daniel']}/reports/{found.things['r2-a']}"
    assert found.house.visitor("imani").post(f"{path}/take-back/a").status_code == 303


@variation("reports: the one of both taken back from her")
def shared_report_taken_back(found: Furnished) -> None:
    path = f"/couples/{found.house.couples['amara-daniel']}/reports/{found.things['r1']}"
    assert found.house.visitor("imani").post(f"{path}/take-back/a").status_code == 303


@variation("reports: the one of both read by her")
def report_read(found: Furnished) -> None:
    visitor = amara(found)
    for path in (
        f"/record/reports/{found.things['r1']}",
        f"/together/{found.things['release']}",
        f"/together/course/{found.things['shared-csi-16']}",
        f"/homework/sent/{found.things['sent-wheel-a']}",
    ):
        assert visitor.get(path).status_code == 200


@variation("door: she signs in, reads and leaves")
def signs_in(found: Furnished) -> None:
    visitor = found.house.visitor()
    page = visitor.page("/sign-in")
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    data = {"name": "amara", "password": PASSWORD, "csrf_token": token}
    assert visitor.client.post("/sign-in", data=data).status_code == 303
    assert visitor.page("/today")


@variation("door: somebody fails to sign in as her, many times")
def fails_to_sign_in(found: Furnished) -> None:
    visitor = found.house.visitor()
    page = visitor.page("/sign-in")
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    for number in range(12):
        data = {"name": "amara", "password": f"wrong {number}", "csrf_token": token}
        assert visitor.client.post("/sign-in", data=data).status_code == 422


@variation("door: she leaves at once")
def leaves(found: Furnished) -> None:
    assert amara(found).post("/leave").status_code < 400


@variation("door: her account is closed")
def disabled(found: Furnished) -> None:
    with found.house.writing():
        accounts.disable(found.house.people["amara"], by=found.house.actor("administrator"))


@variation("door: she is invited anew")
def invited(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        caseload.invite_partner(case, "a", by=case.actor)
