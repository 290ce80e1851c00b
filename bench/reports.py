"""F5: the progress report as a PDF, and what assembling its data costs beside it."""

from __future__ import annotations

from bench import report_pdf
from bench.figures import Figure, Findings, ms
from bench.timing import interleaved, median
from practice.reports import services
from tests.factories.house import House


def measure(house: House) -> Findings:
    """Measure on the demo's first couple; ``house`` is the demo."""
    pdf = report_pdf.measure()
    with house.reading():
        case = house.case("clinician", "amara-daniel")
        times = interleaved({"assemble": lambda: services.document_of(case, "R4")}, rounds=9)
    assembled = median(times, "assemble")
    return Findings(
        [
            Figure(
                "F5",
                "Progress report R4 with 8 charts, PDF, warm, against the same content in plain form",
                pdf["warm_ratio"],
                0.65,
                f"report {ms(pdf['warm'])}, plain {ms(pdf['control'])}; in its sandbox {ms(pdf['sandboxed'])}",
            ),
            Figure(
                "F5",
                "Assembling the data of an R4, against its PDF",
                assembled / pdf["warm"],
                0.05,
                f"data {ms(assembled)}, PDF {ms(pdf['warm'])}",
            ),
        ]
    )
