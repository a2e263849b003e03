// SPDX-License-Identifier: Apache-2.0
#include "coding/grammar.hpp"

#include <array>
#include <utility>

#include "core/asset.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

void Grammar::name_words() {
    subj = lexicon.add("subj");
    obj = lexicon.add("obj");
    iobj = lexicon.add("iobj");
    comp = lexicon.add("comp");
    inf = lexicon.add("inf");
    pred = lexicon.add("pred");
    mod = lexicon.add("mod");
    of = lexicon.add("of");
    by = lexicon.add("by");
    on = lexicon.add("on");
    in = lexicon.add("in");
    with = lexicon.add("with");
    between = lexicon.add("between");
    any = lexicon.add("*");
    day = lexicon.add("when_day");
    must = lexicon.add("must");
    const std::array<std::pair<int*, std::string_view>, 22> named = {{{&light, "light"},
                                                                      {&joining, "joining"},
                                                                      {&occurring, "occurring"},
                                                                      {&starting, "starting"},
                                                                      {&planning, "planning"},
                                                                      {&demanding, "demanding"},
                                                                      {&refusing, "refusing"},
                                                                      {&supposing, "supposing"},
                                                                      {&saying, "saying"},
                                                                      {&denying, "denying"},
                                                                      {&subject_control, "subject_control"},
                                                                      {&planned_word, "planned_word"},
                                                                      {&supposed_word, "supposed_word"},
                                                                      {&denied_word, "denied_word"},
                                                                      {&untrue_word, "untrue_word"},
                                                                      {&particle, "particle"},
                                                                      {&container, "container"},
                                                                      {&fiction, "fiction"},
                                                                      {&law, "law"},
                                                                      {&talks, "talks"},
                                                                      {&ties, "ties"},
                                                                      {&person, "person"}}};
    for (const auto& [bit, name] : named) {
        *bit = lexicon.find_class(name);
    }
}

Grammar Grammar::parse(std::string_view classes, std::string_view frames) {
    Grammar grammar;
    grammar.lexicon.add_classes("classes", parse_table(classes));
    grammar.frames.parse("frames", frames, grammar.lexicon);
    grammar.frames.finish();
    grammar.name_words();
    return grammar;
}

Grammar Grammar::load() {
    Grammar grammar;
    for (const std::string_view table : {"noun_classes.tsv", "lexicon.tsv"}) {
        grammar.lexicon.add_classes(table, load_table(table));
    }
    // role nouns and bodies can act
    for (const auto& [table, column] : {std::pair{"role_nouns.tsv", std::size_t{0}}, std::pair{"actor_roles.tsv", std::size_t{1}}}) {
        for (const Row& row : load_table(table)) {
            for (const std::string_view noun : split(row.at(column), '|')) {
                grammar.lexicon.add_to_class("person", lower_ascii(noun));
            }
        }
    }
    for (const Row& row : load_table("speech_verbs.tsv")) {
        if (row.at(2) == "say" || row.at(2) == "that" || row.at(2) == "tell") {
            grammar.lexicon.add_to_class("saying", row.at(0));
        }
    }
    for (const Row& row : load_table("lexicon_forms.tsv")) {
        for (const std::string_view form : split(row.at(1), ' ')) {
            grammar.lexicon.add_form(form, row.at(0));
        }
    }
    for (const std::string_view file : {"frames_talk.frames", "frames_deed.frames", "frames_force.frames", "frames_happening.frames"}) {
        grammar.frames.parse(file, asset(file), grammar.lexicon);
    }
    grammar.frames.finish();
    grammar.name_words();
    return grammar;
}

}  // namespace synoptic
