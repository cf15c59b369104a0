"""The register of actions: what is to be done after a meeting, by whom, until when."""
