// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "stories/group_score.hpp"
#include "stories/keys.hpp"
#include "stories/pair_score.hpp"

namespace synoptic {

/// A story's name in a stream, kept while the story grows: the document that founded it and, as one document may found several stories
/// one after the other, which of these it is.
struct StoryNumber {
    std::uint32_t founder = 0;
    std::uint32_t times = 0;
    friend auto operator<=>(const StoryNumber&, const StoryNumber&) = default;
    template <typename Hash>
    friend Hash AbslHashValue(Hash hash, const StoryNumber& story) {
        return Hash::combine(std::move(hash), story.founder, story.times);
    }
};

/// A document and the story it is of.
struct Placement {
    std::uint32_t document = 0;
    StoryNumber story;
    friend auto operator<=>(const Placement&, const Placement&) = default;
};

/// A change of stories that were told before: `from` was merged into `into`, or documents of `from` were split off as `into`, or `from`,
/// closed, was taken up again.
struct StoryChange {
    enum class Kind : std::uint8_t { merged, split, revived };
    Kind kind = Kind::merged;
    StoryNumber from;
    StoryNumber into;
    std::uint32_t documents = 0;  ///< that changed their story
    float likelihood = 0;         ///< mean over the compared pairs of what was merged, or of what was split
    std::uint32_t at = 0;         ///< the latest document when it happened
};

struct StreamOptions {
    std::size_t window = 1000;           ///< documents after which the stories they touched are put right
    std::int32_t open_days = 30;         ///< a story without news for so long is closed
    std::size_t open_documents = 20000;  ///< and for so many documents
    bool all_pairs = false;              ///< compare everything with everything: for tests, slow
};

/// Sorts an endless stream of documents into stories at a bounded cost per document.
///
/// Each document is compared with the newest members of the few stories it shares most rare keys with, and joins the likeliest or opens a
/// story of its own. This is a first guess: after each window, what it touched is grouped again by average linkage, which joins stories,
/// parts them, and settles the documents that were hard to place. With everything in one window this is batch clustering. While the
/// stream is young, its document frequencies are too; until it is grown, all is weighed again each time it has grown by a quarter.
///
/// A story is known by its newest 24 documents, in outline when it has had no news for a while, a closed one by its most central; older
/// documents are settled and leave memory.
/// Not for use from several threads.
class StoryStream {
public:
    explicit StoryStream(StreamOptions options = {}, PairScorer scorer = PairScorer(), GroupScorer group_scorer = GroupScorer());
    ~StoryStream();
    StoryStream(StoryStream&&) noexcept;
    StoryStream& operator=(StoryStream&&) noexcept;

    /// Takes the next document; `number` is greater than all before. `same_as`: an earlier document that it never parts from (a copy).
    void add(std::uint32_t number, DocumentKeys keys, std::optional<std::uint32_t> same_as = std::nullopt);

    /// Ends the window now.
    void settle_window();

    /// Documents that left memory since the last call, with their stories, which may still be merged into others, as changes tell.
    std::vector<Placement> take_settled();
    /// Ends the stream: the places of all documents in memory.
    std::vector<Placement> finish();
    /// What happened to stories since the last call.
    std::vector<StoryChange> take_changes();

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace synoptic
