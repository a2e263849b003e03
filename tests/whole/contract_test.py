"""The export keeps the contract: it validates against the schema, and every statement stands where it says it stands."""
import json
import unittest

import jsonschema

from common import page_files, stories_of, synoptic

EVIDENCE_LISTS = (("events", "evidence"), ("claims", "support"), ("claims", "against"), ("positions", "evidence"))


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stories = stories_of(page_files())

    def test_validates_against_the_schema(self):
        schema = json.loads(synoptic("export", "--schema"))
        jsonschema.Draft7Validator.check_schema(schema)
        for story in self.stories:
            jsonschema.validate(story, schema)

    def test_schema_refuses_what_breaks_the_contract(self):
        schema = json.loads(synoptic("export", "--schema"))
        story = json.loads(json.dumps(self.stories[0]))
        story["events"][0]["status"] = "certain"
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.validate(story, schema)

    def each_evidence(self, story):
        for group, field in EVIDENCE_LISTS:
            for item in story[group]:
                yield from ((group, e) for e in item[field])
        for conflict in story["conflicts"]:
            for side in conflict["sides"]:
                yield from (("conflicts", e) for e in side["evidence"])
        for actor in story["actors"]:
            for role in actor["roles"]:
                yield "roles", role["evidence"]

    def test_evidence_is_in_its_document(self):
        count = 0
        for story in self.stories:
            texts = {d["id"]: d["text"] for d in story["documents"]}
            for group, evidence in self.each_evidence(story):
                text = texts[evidence["document"]]
                self.assertTrue(0 <= evidence["start"] < evidence["end"] <= len(text), (group, evidence))
                words = text[evidence["start"]:evidence["end"]]
                self.assertTrue(words in evidence["sentence"] or evidence["sentence"] in words, (group, words, evidence["sentence"]))
                self.assertIn(evidence["sentence"], text)
                count += 1
        self.assertGreater(count, 50)

    def test_quotations_stand_in_their_document(self):
        for story in self.stories:
            texts = {d["id"]: d["text"] for d in story["documents"]}
            for quote in story["quotes"]:
                self.assertIn(quote["text"], texts[quote["document"]][quote["start"]:quote["end"]])

    def test_everything_said_has_evidence(self):
        for story in self.stories:
            for group, field in (("events", "evidence"), ("claims", "support"), ("positions", "evidence")):
                for item in story[group]:
                    self.assertTrue(item[field], (group, item))
            for conflict in story["conflicts"]:
                self.assertGreaterEqual(len(conflict["sides"]), 2)
                self.assertTrue(all(side["evidence"] for side in conflict["sides"]))

    def test_copies_never_raise_support(self):
        for story in self.stories:
            account = {d["id"]: d["account"] for d in story["documents"]}
            for event in story["events"]:
                self.assertLessEqual(event["accounts"], len({account[e["document"]] for e in event["evidence"]}))
            for claim in story["claims"]:
                self.assertEqual(claim["accounts_for"], len({account[e["document"]] for e in claim["support"]}))
                self.assertEqual(claim["accounts_against"], len({account[e["document"]] for e in claim["against"]}))

    def test_ids_point_at_what_there_is(self):
        for story in self.stories:
            documents = {d["id"] for d in story["documents"]}
            actors = {a["id"] for a in story["actors"]}
            events = {e["id"]: e for e in story["events"]}
            self.assertEqual(len(documents), len(story["documents"]))
            for d in story["documents"]:
                self.assertTrue(d["derived_from"] is None or d["derived_from"] in documents)
            for q in story["quotes"]:
                self.assertTrue(q["speaker"] is None or q["speaker"] in actors)
            for e in story["events"]:
                self.assertLessEqual(set(e["source"]) | set(e["target"]), actors)
            for p in story["positions"]:
                self.assertIn(p["actor"], actors)
            for entry in story["timeline"]:
                self.assertIn(events[entry["event"]]["status"], ("happened", "planned"))


if __name__ == "__main__":
    unittest.main()
