"""Does ``/resolve`` say what words mean, whether it is here, and what they may mean where they are not plain?"""

from __future__ import annotations

from calling import Calling

ROOT = "https://w3id.org/rapporteur/id/"
BROWSER = "text/html,*/*;q=0.8"


def test_words_that_are_plain(client: Calling) -> None:
    """Does a program get the thing, its official address, and whether this store speaks of it?"""
    told = client.get("/resolve", params={"words": "ctoc/cop/wg.4/2010/6"})
    assert told.status_code == 200 and told.headers["etag"]
    found = told.json()
    assert found["iri"] == f"{ROOT}document/CTOC/COP/WG.4/2010/6" and found["here"] is True
    assert found["official"] == "https://docs.un.org/en/CTOC/COP/WG.4/2010/6"
    assert client.get("/resolve", params={"words": "A/RES/99/999"}).json()["here"] is False
    had = {"If-None-Match": told.headers["etag"]}
    assert client.get("/resolve", params={"words": "ctoc/cop/wg.4/2010/6"}, headers=had).status_code == 304


def test_words_that_are_not(client: Calling) -> None:
    """Is it 300 with the rivals where there are several, 404 where there are none, 400 where nothing was asked?"""
    several = client.get("/resolve", params={"words": "the Protocol"})
    assert several.status_code == 300 and len(several.json()["rivals"]) > 2
    assert client.get("/resolve", params={"words": "bananas"}).status_code == 404
    for wrong in ("/resolve", "/resolve?words=", "/resolve?words=a&words=b", f"/resolve?words={'x' * 600}"):
        assert client.get(wrong).status_code == 400


def test_a_page_for_people(client: Calling) -> None:
    """Is there a form, and does an answer lead to the thing, escaped whatever was typed?"""
    assert "<form" in client.get("/resolve", headers={"Accept": BROWSER}).text
    page = client.get("/resolve", params={"words": "untoc art. 26"}, headers={"Accept": BROWSER})
    assert page.status_code == 200 and 'href="/id/instrument/untoc/article/26"' in page.text
    hostile = client.get("/resolve", params={"words": "<script>alert(1)</script>"}, headers={"Accept": BROWSER})
    assert hostile.status_code == 404 and "<script>alert" not in hostile.text
