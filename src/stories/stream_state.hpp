// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "stories/features.hpp"
#include "stories/frequencies.hpp"
#include "stories/group_score.hpp"
#include "stories/key_index.hpp"
#include "stories/pair_score.hpp"
#include "stories/stream.hpp"

namespace synoptic {

constexpr std::size_t members_compared = 24;  // of a story, the newest
constexpr float grown_documents = 4000;       // from here on frequencies are taken as they are

/// How long a story has had no news.
enum class Age : std::uint8_t {
    open,
    resting,  ///< its documents are kept in outline
    closed,   ///< only its most central document is kept, in outline
};
constexpr std::size_t ages = 3;

/// What a StoryStream holds; stream.hpp tells how it works.
class StoryStream::State {
public:
    State(StreamOptions options, PairScorer scorer, GroupScorer group_scorer)
        : options_(options), scorer_(std::move(scorer)), group_scorer_(group_scorer) {}
    void add(std::uint32_t number, DocumentKeys keys, std::optional<std::uint32_t> same_as);
    void settle_window();
    std::vector<Placement> take_settled() { return std::exchange(settled_, {}); }
    std::vector<StoryChange> take_changes() { return std::exchange(changes_, {}); }
    std::vector<Placement> finish();

private:
    /// A document of the window that is not taken in yet.
    struct Waiting {
        std::uint32_t number;
        std::unique_ptr<DocumentKeys> keys;  // until frequencies are grown
        Weighed weighed;                     // from then on
        std::optional<std::uint32_t> same_as;
    };
    /// A document in memory.
    struct Live {
        std::unique_ptr<DocumentKeys> keys;  // until frequencies are grown
        StoryFeatures features;
        StoryNumber story;
        std::uint32_t founded = 0;  // stories that it founded
        std::uint32_t account = 0;  // the first document of those it never parts from
        std::vector<std::pair<std::uint32_t, float>> edges;
    };
    /// A story as it stands.
    struct Told {
        std::vector<std::uint32_t> members;  // in memory, ascending
        std::uint32_t settled = 0;
        std::uint32_t last_number = 0;
        std::optional<std::int32_t> last_day;
        Age age = Age::open;
        bool older = false;  // than this window
    };

    // stream.cpp: a document is compared and finds its story
    void take_in(Waiting next);
    /// The stories that share most rare keys with the document: their newest members.
    [[nodiscard]] std::vector<std::uint32_t> to_compare(std::uint32_t number, const LookupKeys& lookup) const;
    void compare_with_stories(std::uint32_t number, Live& live, const LookupKeys& lookup);
    [[nodiscard]] StoryNumber likeliest_story(std::uint32_t number, const Live& live);
    StoryNumber found(std::uint32_t founder);
    void join(std::uint32_t number, const Live& live);
    void weigh_again();

    // stream_repair.cpp: what a window touched is grouped again
    /// The stories touched in this window and those tied to them.
    std::vector<StoryNumber> tied_stories(StoryNumber start, std::set<StoryNumber>& seen);
    void repair();
    void regroup(const std::vector<StoryNumber>& stories);
    std::vector<std::uint32_t> clusters_of(const std::vector<std::uint32_t>& documents);
    void give_stories(const std::vector<std::uint32_t>& documents, const std::vector<StoryNumber>& stories,
                      const std::vector<std::uint32_t>& cluster_of);
    /// Fills a story anew with its documents in memory.
    void tell(StoryNumber story, const std::vector<std::uint32_t>& members, const std::map<StoryNumber, Told>& before);
    /// Logs that the documents of `from` among `members` are of another story now. The members still bear their former stories.
    void note_change(StoryChange::Kind kind, StoryNumber from, StoryNumber into, const std::vector<std::uint32_t>& members);

    // stream_memory.cpp: what leaves memory
    [[nodiscard]] auto& of_age(Age age) { return by_age_[static_cast<std::size_t>(age)]; }
    void set_age(StoryNumber story, Told& told, Age age);
    /// Lets a document leave memory.
    void settle(std::uint32_t number);
    /// Keeps the newest members of a story in memory.
    void trim(StoryNumber story);
    /// Whether a story had no news for so many days and documents.
    [[nodiscard]] bool is_over(const Told& told, std::int32_t days, std::size_t documents) const;
    void age_stories();
    /// Keeps the documents of a story in outline.
    void rest(const Told& told);
    void clean_index();
    /// Leaves the document in memory that is likest to the others.
    void close(Told& told);

    [[nodiscard]] Live& at(std::uint32_t number) { return *live_.at(number); }
    [[nodiscard]] const Live& at(std::uint32_t number) const { return *live_.at(number); }
    [[nodiscard]] std::vector<std::uint32_t> in_memory() const;
    [[nodiscard]] bool grown() const { return weighed_at_ >= grown_documents; }

    StreamOptions options_;
    PairScorer scorer_;
    GroupScorer group_scorer_;
    Frequencies frequencies_;
    KeyIndex index_;        // may hold documents that left memory
    std::size_t left_ = 0;  // documents, since the index was cleaned of such
    std::size_t seen_ = 0;  // documents
    float weighed_at_ = 0;
    std::vector<Waiting> waiting_;
    absl::flat_hash_map<std::uint32_t, std::unique_ptr<Live>> live_;
    absl::flat_hash_map<StoryNumber, Told> stories_;
    std::set<StoryNumber> touched_;
    // Stories by age, with their last document: the order in which they grow older.
    std::array<std::set<std::pair<std::uint32_t, StoryNumber>>, ages> by_age_;
    std::uint32_t latest_ = 0;
    std::uint32_t window_begin_ = 0;  // the first document of the window, or 0 where all were compared again
    std::optional<std::int32_t> latest_day_;
    std::vector<Placement> settled_;
    std::vector<StoryChange> changes_;
};

}  // namespace synoptic
