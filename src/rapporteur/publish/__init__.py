"""PUBLISH: built reports in, a folder out that any web server can give away: data, description, pages.

`publish_site` does it. `site` is what is published, `places` where each IRI lies, `writer` how the folder comes to be
whole.
"""

from rapporteur.publish.site import Site, read_site
from rapporteur.publish.whole import Published, publish_site

__all__ = ["Published", "Site", "publish_site", "read_site"]
