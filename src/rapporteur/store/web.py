"""HTTP to a SPARQL server: one request in, its response out, or an error that says what to do. Knows httpx.

What can be asked twice is tried again, a few times and no longer, when the server is not there, is busy or breaks off;
what changes something is sent once.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from rapporteur.errors import UnusableStore
from rapporteur.store.credentials import PASSWORD, USER, credentials_for

TRIES = 3
TIMEOUT = "RAPPORTEUR_STORE_TIMEOUT"
"""Setting: how many seconds the server may take for an answer."""

_BUSY = (429, 502, 503, 504)
_LONGEST_WAIT = 20.0


class Web:
    """A connection to the host of ``address``.

    :raises UnusableStore: if the address or the settings cannot be used.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._credentials = credentials_for(address)
        self._local = urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1")
        self._encrypted = urlsplit(address).scheme == "https"
        self._auth: httpx.Auth | None = None
        self._seconds = _seconds()
        self._client = self._connect()

    def _connect(self) -> httpx.Client:
        return httpx.Client(
            timeout=httpx.Timeout(self._seconds, connect=10.0),
            trust_env=not self._local,
            headers={"User-Agent": "rapporteur"},
        )

    def close(self) -> None:
        """Close the connections; the next request opens others."""
        self._client.close()
        self._client = self._connect()

    def send(
        self,
        method: str,
        address: str,
        *,
        again: bool,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str | list[str]] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The response to a request, whatever its status but 401, 403, redirects and those of a busy server.

        :param again: whether it may be sent more than once.
        :raises UnusableStore: if there is no response, the server is busy to the end, or refuses who we are.
        """
        fault = ""
        for attempt in range(TRIES if again else 1):
            if attempt:
                time.sleep(min(_LONGEST_WAIT, 0.25 * 4**attempt))
            try:
                response = self._once(method, address, params, form, body, headers)
            except httpx.TimeoutException as gone:
                fault = f"No answer within the time: {type(gone).__name__}."
                continue
            except httpx.TransportError as gone:
                fault = f"The server is not there, or broke off: {gone}."
                continue
            except (httpx.InvalidURL, httpx.UnsupportedProtocol) as wrong:
                raise self._error(f"No address of a server: {wrong}.", "Write it as https://host/path.") from wrong
            if response.status_code not in _BUSY:
                return self._allowed(response)
            fault = f"The server is busy: status {response.status_code}."
            if again and attempt + 1 < TRIES and (wait := response.headers.get("Retry-After", "")).isdigit():
                time.sleep(min(_LONGEST_WAIT, float(wait)))
        tried = f" It was asked {TRIES} times." if again else ""
        raise self._error(fault + tried, f"Start the server, check the address, or give it longer ({TIMEOUT}).")

    def _once(
        self,
        method: str,
        address: str,
        params: Mapping[str, str] | None,
        form: Mapping[str, str | list[str]] | None,
        body: bytes | None,
        headers: Mapping[str, str] | None,
    ) -> httpx.Response:
        request = self._client.build_request(method, address, params=params, data=form, content=body, headers=headers)
        response = self._client.send(request, auth=self._auth)
        if response.status_code == 401 and self._auth is None and self._credentials is not None:
            self._auth = self._answer_to(response.headers.get("WWW-Authenticate", ""))
            request = self._client.build_request(
                method, address, params=params, data=form, content=body, headers=headers
            )
            response = self._client.send(request, auth=self._auth)
        return response

    def _answer_to(self, challenge: str) -> httpx.Auth:
        """How to say who we are, as the server asks for it."""
        assert self._credentials is not None
        if challenge.lower().startswith("digest"):
            return httpx.DigestAuth(self._credentials.user, self._credentials.password)
        if not (self._encrypted or self._local):
            raise self._error("The server asks for the password unencrypted.", "Use an https address.")
        return httpx.BasicAuth(self._credentials.user, self._credentials.password)

    def _allowed(self, response: httpx.Response) -> httpx.Response:
        if response.status_code in (401, 403):
            known = "does not let this user do that" if self._credentials else "asks who you are"
            raise self._error(
                f"The server {known}: status {response.status_code}.",
                f"Set {USER} and {PASSWORD}, or write the host into ~/.netrc; or ask for the right to do it.",
            )
        if response.is_redirect:
            raise self._error(
                f"The server sends on to {response.headers.get('Location', 'another address')}.",
                "Give that address, if you trust it.",
            )
        return response

    def _error(self, seen: str, remedy: str) -> UnusableStore:
        return UnusableStore(seen, where=self.address, expected="a SPARQL 1.1 server that answers.", remedy=remedy)


def _seconds() -> float:
    """The setting, 120 where there is none."""
    said = os.environ.get(TIMEOUT) or "120"
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86_400:
        raise UnusableStore(
            f"A time of {said!r}.",
            where=f"the setting {TIMEOUT}",
            expected="a number of seconds, such as 120.",
            remedy="Mend it, or take it away.",
        )
    return seconds
