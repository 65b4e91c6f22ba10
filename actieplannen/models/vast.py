"""What a plan promised cannot change or vanish behind the services (docs/adr/0027). Postgres itself refuses it.

A concept is free. An approved plan changes only in a transaction in which `open_voor_wijziging` let somebody in, with
a reason; in every other status nothing of it does. Adding is left to the services: it takes nothing back, and the
kept version shows what was there. Who left is not held: a trekker may become empty.
"""

import pgtrigger

DEUR = "regie.plan_open"  # the plans somebody may change in this transaction, separated by commas

_ZOEK = {
    "plan": "SELECT OLD.id, OLD.status INTO plan, staat;",
    "doelstelling": """
        SELECT p.id, p.status INTO plan, staat FROM actieplannen_jaaractieplan p WHERE p.id = OLD.plan_id;""",
    "actie": """
        SELECT p.id, p.status INTO plan, staat FROM actieplannen_jaaractieplan p
        JOIN actieplannen_doelstelling d ON d.plan_id = p.id WHERE d.id = OLD.doelstelling_id;""",
    "van_actie": """
        SELECT p.id, p.status INTO plan, staat FROM actieplannen_jaaractieplan p
        JOIN actieplannen_doelstelling d ON d.plan_id = p.id
        JOIN actieplannen_actie a ON a.doelstelling_id = d.id WHERE a.id = OLD.actie_id;""",
}
_OORDEEL = f"""
    IF staat IS NULL OR staat = 'CONCEPT' OR (
        staat = 'GOEDGEKEURD' AND plan::text = ANY(string_to_array(current_setting('{DEUR}', true), ','))
    ) THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% % hoort bij een plan dat % is: wat het belooft, staat vast', TG_TABLE_NAME, OLD.id, staat
        USING ERRCODE = 'integrity_constraint_violation';
"""


def belofte_vast(
    naam: str, waar: str, velden: str, *, leeg_mag: str = "", alleen_met: str = ""
) -> tuple[pgtrigger.Trigger, pgtrigger.Trigger]:
    """Two triggers: one for a change of `velden` (columns), one for removing the row.

    `leeg_mag`: columns that may become empty. `alleen_met`: amounts of which at least one must differ from zero for
    the row to promise anything.
    """
    anders = [f"OLD.{veld} IS DISTINCT FROM NEW.{veld}" for veld in velden.split()]
    anders += [f"(OLD.{v} IS DISTINCT FROM NEW.{v} AND NEW.{v} IS NOT NULL)" for v in leeg_mag.split()]
    wijzigt, belooft = " OR ".join(anders), "TRUE"
    if alleen_met:
        oud = " OR ".join(f"OLD.{bedrag} <> 0" for bedrag in alleen_met.split())
        nieuw = " OR ".join(f"NEW.{bedrag} <> 0" for bedrag in alleen_met.split())
        wijzigt, belooft = f"({wijzigt}) AND ({oud} OR {nieuw})", oud
    return (
        _trigger(f"{naam}_wijzigt", waar, pgtrigger.Update, wijzigt),
        _trigger(f"{naam}_weg", waar, pgtrigger.Delete, belooft),
    )


def _trigger(naam: str, waar: str, wanneer: pgtrigger.Operation, voorwaarde: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=naam,
        when=pgtrigger.Before,
        operation=wanneer,
        condition=pgtrigger.Condition(f"({voorwaarde})"),
        declare=[("plan", "uuid"), ("staat", "text")],
        func=_ZOEK[waar] + _OORDEEL,
    )
