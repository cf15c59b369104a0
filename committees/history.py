"""Who changed a record, when, and what it was before."""

from functools import partial

from django.db import models
from django.db.models.signals import m2m_changed, pre_delete, pre_save
from simple_history.models import HistoricalRecords

FIRST_STATE = "As it was before the first change."


class History(HistoricalRecords):
    """The history of a record, which begins with the first change made to it.

    An import writes new records in bulk and leaves no history of them: the source document
    tells what was read. Before a record without history changes, the state it had is kept
    first, so that every change can be compared and taken back.
    """

    def finalize(self, sender: type[models.Model], **kwargs: object) -> None:
        super().finalize(sender, **kwargs)
        if sender is not self.cls:
            return
        for signal in (pre_save, pre_delete):
            signal.connect(self.keep_first_state, sender=sender, weak=False)
        for field in self.get_m2m_fields_from_model(sender):
            keep = partial(self.before_relating, model_with_history=sender)
            m2m_changed.connect(keep, sender=field.remote_field.through, weak=False)

    def before_relating(
        self, instance: models.Model, action: str, model_with_history: type, **kwargs: object
    ) -> None:
        if action.startswith("pre_") and isinstance(instance, model_with_history):
            self.keep_first_state(instance)

    def keep_first_state(self, instance: models.Model, **kwargs: object) -> None:
        """Write the stored state down, where the history of the record is still empty."""
        adding = instance.pk is None or instance._state.adding or kwargs.get("raw")
        if adding or hasattr(instance, "skip_history_when_saving"):
            return
        if getattr(type(instance), self.manager_name).filter(pk_of(instance)).exists():
            return
        stored = type(instance)._base_manager.filter(pk=instance.pk).first()
        if stored:
            stored._history_user = None
            stored._change_reason = FIRST_STATE
            self.create_historical_record(stored, "+")


def pk_of(record: models.Model) -> models.Q:
    """What finds a record's history: its number, which outlives the record."""
    return models.Q(**{record._meta.pk.attname: record.pk})
