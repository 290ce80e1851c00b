"""What a printed page may load: data that is in the page itself, and nothing else.

WeasyPrint's own fetcher reads local files and opens network addresses, and ``rel=attachment`` puts a local file
into the PDF. Fonts do not pass here: fontconfig reads the packaged ones (fonts.conf).
"""

from __future__ import annotations

from urllib import request

from weasyprint.urls import URLFetcher, URLFetcherResponse


class AddressRefused(ValueError):
    """A page asked for something outside itself."""


class DataOnly(URLFetcher):
    """A fetcher that answers ``data:`` addresses and refuses files, networks and relative addresses."""

    def __init__(self) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            allowed_protocols={"data"}, allow_redirects=False
        )

    def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
        """Return the data in ``url``; AddressRefused for every other address, which is not repeated in logs."""
        if url[:5].lower() != "data:":
            raise AddressRefused("a report loads nothing from outside itself")
        response = request.DataHandler().data_open(request.Request(url))  # noqa: S310 - data only
        return URLFetcherResponse(url, response, response.headers)
