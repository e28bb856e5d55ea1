"""MANY: files and folders in, every build in one folder out, each as a single build writes it.

The room knows who does the work, what need not be done again, and how one bad report is kept from the others. What the
work on one report is, it is told: `rapporteur.pipeline.build_many` hands it to `rapporteur.many.run.run_many`.
"""
