// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/frames.hpp"
#include "coding/word_classes.hpp"

namespace synoptic {

/// Frames, word classes, and by name the roles and classes that the operators in code ask for.
struct Grammar {
    WordClasses lexicon;
    Frames frames;

    // roles
    WordId subj = no_word, obj = no_word, iobj = no_word, comp = no_word, inf = no_word, pred = no_word, mod = no_word, of = no_word,
           by = no_word, with = no_word, on = no_word, in = no_word, between = no_word;
    WordId any = no_word;   ///< the head "*": any verb
    WordId day = no_word;   ///< the role of a time expression
    WordId must = no_word;  ///< the head "must": what a speaker says others must do
    // classes of data/lexicon.tsv
    int light = -1;            ///< hold, launch: the noun they govern tells what happened
    int joining = -1;          ///< attend, take part: likewise, and the subject takes part in it
    int occurring = -1;        ///< take place, begin: the noun is their subject
    int starting = -1;         ///< begin, continue to: what follows happened
    int planning = -1;         ///< plan, expect: what follows is planned
    int demanding = -1;        ///< urge, call for: what follows is called for
    int refusing = -1;         ///< refuse, prevent: what follows did not happen
    int supposing = -1;        ///< threaten, consider: what follows is only thought of
    int saying = -1;           ///< say, report
    int denying = -1;          ///< deny: what is said did not happen
    int subject_control = -1;  ///< promise: the subject, not the object, is the one who will do it
    int planned_word = -1;     ///< scheduled, upcoming (of a noun)
    int supposed_word = -1;    ///< possible, alleged (of a noun)
    int denied_word = -1;      ///< failed, cancelled (of a noun)
    int untrue_word = -1;      ///< untrue, baseless (of a report)
    int particle = -1;         ///< up, out: where the parser takes a particle for an adverb
    int container = -1;        ///< series of, package of: the noun after "of" is meant
    int fiction = -1;          ///< novel, play: what is told in it is made up
    int law = -1;              ///< law, treaty: what rules for all times
    int talks = -1;            ///< what several hold with each other
    int ties = -1;             ///< what several have with each other
    int person = -1;           ///< role nouns, forces, bodies: nouns that can act

    /// Reads all tables of data/. Throws Failure naming the line of one that cannot be used.
    static Grammar load();
    /// From texts, for tests: lexicon rows and classes as in data/lexicon.tsv, frames as in data/*.frames.
    static Grammar parse(std::string_view classes, std::string_view frames);

private:
    void name_words();
};

}  // namespace synoptic
