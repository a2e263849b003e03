// SPDX-License-Identifier: Apache-2.0
#include "coding/coder.hpp"

#include <gtest/gtest.h>

#include "analysed.hpp"
#include "core/failure.hpp"

namespace synoptic {
namespace {

std::vector<CodedEvent> code(const Document& document, std::string_view actors = "") { return Coder(actors).code(document); }

std::string text(const Document& document, const std::vector<Participant>& participants) {
    std::string all;
    for (const Participant& each : participants) {
        all += (all.empty() ? "" : "; ") + std::string(document.view(each.span));
    }
    return all;
}

TEST(Coder, ActiveClause) {
    const Document document = analysed("Russia Russia PROPN 2 nsubj\n"
                                       "expelled expel VERB 0 root past fin\n"
                                       "two two NUM 5 nummod\n"
                                       "German german ADJ 5 amod\n"
                                       "diplomats diplomat NOUN 2 obj\n");
    const auto events = code(document);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "SANCTION");
    EXPECT_EQ(events[0].status, Status::happened);
    EXPECT_EQ(text(document, events[0].source), "Russia");
    EXPECT_EQ(text(document, events[0].target), "two German diplomats");
    EXPECT_EQ(events[0].source[0].code, "RUS");
    EXPECT_EQ(events[0].target[0].code, "DEUDIP");
    EXPECT_EQ(document.view(events[0].evidence), document.text);
}

TEST(Coder, PassiveWithAgent) {
    const Document document = analysed("The the DET 2 det\n"
                                       "envoy envoy NOUN 4 nsubj:pass\n"
                                       "was be AUX 4 aux:pass\n"
                                       "recalled recall VERB 0 root past part passive\n"
                                       "by by ADP 6 case\n"
                                       "Norway Norway PROPN 4 obl:agent\n");
    const auto events = code(document);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "SANCTION");
    EXPECT_EQ(text(document, events[0].source), "Norway");
    EXPECT_EQ(text(document, events[0].target), "The envoy");
}

TEST(Coder, LightVerbAndReciprocity) {
    const Document document = analysed("Norway Norway PROPN 4 nsubj\n"
                                       "and and CCONJ 3 cc\n"
                                       "Chile Chile PROPN 1 conj\n"
                                       "held hold VERB 0 root past fin\n"
                                       "talks talk NOUN 4 obj\n");
    const auto events = code(document);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "CONSULT");
    EXPECT_TRUE(events[0].reciprocal);
    EXPECT_EQ(text(document, events[0].source), "Norway; Chile");
    EXPECT_EQ(text(document, events[0].target), "Norway; Chile");
}

TEST(Coder, NounWithPossessiveAgent) {
    const Document document = analysed("Norway Norway PROPN 3 nmod:poss\n"
                                       "'s 's PART 1 case\n"
                                       "invasion invasion NOUN 6 nsubj\n"
                                       "of of ADP 5 case\n"
                                       "Chile Chile PROPN 3 nmod\n"
                                       "surprised surprise VERB 0 root past fin\n"
                                       "everybody everybody PRON 6 obj\n");
    const auto events = code(document);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "ASSAULT");
    EXPECT_EQ(text(document, events[0].source), "Norway");
    EXPECT_EQ(text(document, events[0].target), "Chile");
}

TEST(Coder, StatusComesFromTheVerbGroupAndFromAbove) {
    const auto status = [](std::string_view lines) {
        const Document document = analysed(lines);
        const auto events = code(document);
        return events.empty() ? std::string("none") : events.back().type + " " + std::string(name(events.back().status));
    };
    EXPECT_EQ(status("Norway Norway PROPN 3 nsubj\nwill will AUX 3 aux\nattack attack VERB 0 root inf\nChile Chile PROPN 3 obj\n"),
              "ASSAULT planned");
    EXPECT_EQ(status("Norway Norway PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\nattack attack VERB 0 root inf\nChile Chile "
                     "PROPN 4 obj\n"),
              "ASSAULT denied");
    EXPECT_EQ(status("Norway Norway PROPN 3 nsubj\nmight might AUX 3 aux\nattack attack VERB 0 root inf\nChile Chile PROPN 3 obj\n"),
              "ASSAULT hypothetical");
    EXPECT_EQ(status("Norway Norway PROPN 3 nsubj\nshould should AUX 3 aux\nattack attack VERB 0 root inf\nChile Chile PROPN 3 obj\n"),
              "ASSAULT called-for");
    EXPECT_EQ(status("Norway Norway PROPN 2 nsubj\nplans plan VERB 0 root pres fin\nto to PART 4 mark\nattack attack VERB 2 xcomp inf\n"
                     "Chile Chile PROPN 4 obj\n"),
              "ASSAULT planned");
    EXPECT_EQ(status("Norway Norway PROPN 2 nsubj\ndenied deny VERB 0 root past fin\nthat that SCONJ 6 mark\nit it PRON 6 nsubj\nhad have "
                     "AUX 6 aux\n"
                     "attacked attack VERB 2 ccomp past part\nChile Chile PROPN 6 obj\n"),
              "ASSAULT denied");
}

TEST(Coder, WhatAnotherEventIsAboutIsNoEventOfItsOwn) {
    const Document document = analysed("Norway Norway PROPN 2 nsubj\n"
                                       "threatened threaten VERB 0 root past fin\n"
                                       "to to PART 4 mark\n"
                                       "attack attack VERB 2 xcomp inf\n"
                                       "Chile Chile PROPN 4 obj\n");
    const auto events = code(document);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "THREATEN");
    EXPECT_EQ(events[0].cameo, "138");
    EXPECT_EQ(text(document, events[0].target), "Chile");
}

TEST(Coder, SaysWhoSaysSo) {
    const Document document = analysed("The the DET 2 det\n"
                                       "minister minister NOUN 3 nsubj\n"
                                       "said say VERB 0 root past fin\n"
                                       "Norway Norway PROPN 6 nsubj\n"
                                       "had have AUX 6 aux\n"
                                       "attacked attack VERB 3 ccomp past part\n"
                                       "Chile Chile PROPN 6 obj\n");
    const auto events = code(document);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(text(document, events[0].said_by), "The minister");
    EXPECT_EQ(events[0].status, Status::happened);
}

TEST(Coder, WordsThatMeanNoEvent) {
    const Document document = analysed("The the DET 2 det\n"
                                       "senate senate NOUN 3 nsubj\n"
                                       "killed kill VERB 0 root past fin\n"
                                       "the the DET 5 det\n"
                                       "bill bill NOUN 3 obj\n");
    EXPECT_TRUE(code(document).empty());
}

TEST(Coder, OwnActorsMatchAsPrefix) {
    const Document document = analysed("Varkeshi varkeshi ADJ 2 amod\n"
                                       "troops troop NOUN 3 nsubj\n"
                                       "attacked attack VERB 0 root past fin\n"
                                       "Lethmark Lethmark PROPN 3 obj\n");
    const auto events = code(document, "Varkesh\tVKS\nLethmark\tLTM\n");
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].source.at(0).code, "VKSMIL");
    EXPECT_EQ(events[0].target.at(0).code, "LTM");
    EXPECT_THROW(Coder("Varkesh\n"), Failure);
}

TEST(Coder, ABrokenParseDoesNoHarm) {
    Document document = analysed("Norway Norway PROPN 2 nsubj\n"
                                 "attacked attack VERB 3 conj past fin\n"
                                 "Chile Chile PROPN 2 obj\n");
    document.analysis.tokens[0].head = 77;
    EXPECT_NO_THROW((void)code(document));
    document.analysis.tokens[1].head = 1;
    EXPECT_NO_THROW((void)code(document));
}

}  // namespace
}  // namespace synoptic
