"""The whole network under its former address: see `rapporteur.view.networks`."""

from rapporteur.view.networks import KINDS, PROPERTIES, to_networkx

__all__ = ["KINDS", "PROPERTIES", "to_networkx"]
