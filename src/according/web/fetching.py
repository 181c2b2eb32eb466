"""
A page of the web by its address, for somebody who asked for it: `fetch` opens public addresses alone.

    address > scheme, port, name > name server > every address of it is public > connected to that very address
            > status, type, length > bytes                          and each redirection from the beginning again

Else a report's "read me from here" could make this machine ask its own services, its network's, or the one at
169.254.169.254 that gives cloud machines their keys (server-side request forgery; OWASP). What the name server said
is what is connected to, so that a second answer, some moments later, changes nothing (DNS rebinding).
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from according.errors import ReadingError, TooLarge, UnreadableFile

PORTS = {"http": 80, "https": 443}
"""Where pages of the web are; other ports are other services' (RFC 9110, section 4.2)."""

REDIRECTIONS = (301, 302, 303, 307, 308)
MOST_REDIRECTIONS = 5
"""As many as RFC 2068 recommended; today's browsers follow twenty, none of which a report needs."""

TYPES = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/json",
    "application/rss+xml", "application/atom+xml", "application/ld+json",
})  # fmt: skip
"""What `according.reading` reads. A page that names no type is refused: it may be anything."""

NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""IPv6 addresses that stand for IPv4 ones (RFC 6052, RFC 8215)."""

CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page's bytes, and the address that they came from after all redirections."""

    url: str
    data: bytes


def is_public(address: str) -> bool:
    """
    Whether an IP address is one of the open internet, whatever it is written as.

    >>> [is_public(each) for each in ("93.184.215.14", "2606:4700::6810:84e5")]
    [True, True]
    >>> private = ("127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "192.0.2.1")
    >>> private += ("::1", "::", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")
    >>> [each for each in private if is_public(each)]
    []
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if any(found in network for network in NAT64):
            return False
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved


def resolve(name: str, port: int) -> list[str]:
    """All addresses of a name. Raises OSError."""
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """
    How pages are fetched. `seconds` are for all of it, redirections too; `max_bytes` for the page.

    `resolve`, `is_public` and `ports` are as above; tests have their own, for they have no internet.
    """

    max_bytes: int
    seconds: float = 20.0
    resolve: Callable[[str, int], list[str]] = resolve
    is_public: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(PORTS.values())

    def fetch(self, url: str) -> Fetched:
        """
        The page at an address.

        Raises:
            UnreadableFile: it is none of the open web, does not answer in time, or is no page.
            TooLarge: it is larger than `max_bytes`.
        """
        ends = monotonic() + self.seconds
        for _ in range(MOST_REDIRECTIONS + 1):
            onward, fetched = self._ask(url, ends)
            if fetched is not None:
                return fetched
            url = urljoin(url, onward)
        raise _refused(url, f"more than {MOST_REDIRECTIONS} redirections")

    def _ask(self, url: str, ends: float) -> tuple[str, Fetched | None]:
        """(where it leads, None) or ("", the page)."""
        scheme, name, port, path = _parts(url, self.ports)
        address = self._address(url, name, port)
        left = ends - monotonic()
        if left <= 0:
            raise _refused(url, f"no answer within {self.seconds:g} seconds")
        connection = _Pinned(name, port, address=address, timeout=left, secure=scheme == "https")
        alarm = Timer(left, connection.cut)  # a timeout is for each byte; this is for all of them
        alarm.daemon = True
        alarm.start()
        try:
            connection.request("GET", path, headers={"User-Agent": "according", "Accept-Encoding": "identity"})
            return self._answer(url, connection.getresponse(), ends)
        except (OSError, http.client.HTTPException, ValueError) as error:
            late = monotonic() >= ends
            found = f"no whole answer within {self.seconds:g} seconds" if late else f"no page ({type(error).__name__})"
            raise _refused(url, found) from error
        finally:
            alarm.cancel()
            connection.close()

    def _address(self, url: str, name: str, port: int) -> str:
        """The address to connect to. All that the name has must be public: which one is asked is not ours to choose."""
        try:
            found = self.resolve(name, port)
        except (OSError, UnicodeError) as error:
            raise _refused(url, "no such name") from error
        if not found or not all(self.is_public(each) for each in found):
            raise _refused(url, "an address that is not of the open internet")
        return found[0]

    def _answer(self, url: str, response: http.client.HTTPResponse, ends: float) -> tuple[str, Fetched | None]:
        onward = response.getheader("Location")
        if response.status in REDIRECTIONS and onward:
            return onward, None
        if response.status != 200:
            raise _refused(url, f"status {response.status}")
        kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
        if kind not in TYPES:
            raise _refused(url, f"the type {kind or 'unknown'!r}")
        if (response.getheader("Content-Encoding") or "identity").lower() != "identity":
            raise _refused(url, "a packed page, though a plain one was asked for")
        data = bytearray()
        while chunk := response.read(CHUNK):
            data += chunk
            if len(data) > self.max_bytes:
                raise TooLarge(url, f"more than {self.max_bytes:,} bytes", "Give the report alone.")
            if monotonic() > ends:
                raise _refused(url, f"no whole page within {self.seconds:g} seconds")
        return "", Fetched(url=url, data=bytes(data))


class _Pinned(http.client.HTTPConnection):
    """A connection to one address that was looked at, under the name that was asked for; no proxy is asked."""

    def __init__(self, name: str, port: int, *, address: str, timeout: float, secure: bool) -> None:
        super().__init__(name, port, timeout=timeout)
        self._address = address
        self._opened: socket.socket | None = None  # `sock` is None again while the last answer is read
        self._secure = secure
        if secure:
            self.default_port = PORTS["https"]

    def connect(self) -> None:
        """Connect to the address; for https, the certificate must be the name's."""
        self._opened = self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self._opened = self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End the connection from another thread, whatever it waits for."""
        if self._opened is not None:
            with suppress(OSError):
                self._opened.shutdown(socket.SHUT_RDWR)


def _parts(url: str, ports: frozenset[int]) -> tuple[str, str, int, str]:
    """(scheme, name, port, path with its query) of an address of the web. Raises UnreadableFile."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise _refused(url, "no address of the web") from error
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc:
        raise _refused(url, "no address of the web")
    if port not in ports:
        raise _refused(url, f"port {port}")
    try:
        name = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    except UnicodeError as error:
        raise _refused(url, "no such name") from error
    path = quote(parts.path or "/", safe="/:@!$&'()*+,;=~%-._")
    query = quote(parts.query, safe="/:?@!$&'()*+,;=~%-._")
    return parts.scheme, name, port, path + (f"?{query}" if query else "")


def _refused(url: str, found: str) -> ReadingError:
    return UnreadableFile(url, f"found {found}, expected a public page of text", "Save the page and give its file.")
