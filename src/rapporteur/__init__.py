"""Rapporteur."""
