"""
The pages of `according serve`: the ledger, a report as it was read, a source, a story, and a place to read another.

    `application.application(site)` makes the pages:

    request -> guarding (host, token, headers, forgery) -> pages -> views of the ledger -> templates -> HTML

Pages are whole without JavaScript, need nothing from elsewhere, and take no word of a report for anything but words:
every text is escaped, and the policy that goes with each page lets no script or style run but our own two files.
"""
