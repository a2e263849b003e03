// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/situation.hpp"
#include "store/corpus_text.hpp"
#include "store/item_ids.hpp"
#include "store/statement.hpp"

namespace synoptic {

/// Adds the rows of situations, within the caller's transaction.
class SituationWriter {
public:
    SituationWriter(sqlite3* connection, const CorpusText& corpus);

    /// `story` is the story's id; `anchor` the id of its first document, which names its actors apart from those of other stories.
    void write(const Situation& situation, const std::string& story, const std::string& anchor);

private:
    void write_actors(const Situation& situation);
    void write_quotes(const Situation& situation);
    void write_events(const Situation& situation);
    void write_claims(const Situation& situation);
    void write_conflicts(const Situation& situation);
    void write_positions(const Situation& situation);
    void cite(const std::string& item, const std::string& part, const Evidence& evidence);
    [[nodiscard]] std::string first_place(const Evidence& evidence) const;

    const CorpusText& corpus_;
    ItemIds ids_;
    std::string story_;
    std::string anchor_;
    std::vector<std::string> actors_;  ///< ids of the situation being written
    SqlStatement citation_, actor_, alias_, role_, quote_, same_quote_, quote_variant_, event_, event_actor_, outcome_, claim_,
        claim_actor_, conflict_, side_, position_, timeline_;
};

}  // namespace synoptic
