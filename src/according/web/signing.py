"""`/sign-in`: where the token is given that a server asks for that other machines can reach."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from according.web.guarding import TOKEN_COOKIE, same
from according.web.site import answer, checked_form, site_of


def form(request: Request) -> Response:
    """The form. The token is never part of an address, for browsers keep those."""
    return answer(request, "sign-in.html", {"form": True, "wrong": False})


async def enter(request: Request) -> Response:
    """Keeps the token in a cookie, if it is the right one."""
    given = (await checked_form(request)).get("token")
    token = site_of(request).guard.token
    if token is None:
        return RedirectResponse("/", 303)
    if not isinstance(given, str) or not same(given, token):
        return answer(request, "sign-in.html", {"form": True, "wrong": True}, 401)
    response = RedirectResponse("/", 303)
    response.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return response
