// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "lineage/large_pages.hpp"
#include "lineage/sketch.hpp"

namespace synoptic {

/// What of a document is weighed beside its keys when others are looked up.
struct Filing {
    std::uint64_t publisher = 0;  ///< 0 unknown
    std::int32_t day = 0;         ///< Reading::no_day: unknown, near every other
};

/// Documents of a window of time by their keys. The documents lie in generations, each a table that is dropped as a whole once all its
/// documents are out of the window; a generation is half as large as what came before it. A table is made of cache lines of 16 entries; an
/// entry is the document's number in its generation and twelve bits of the key. A key names at most the newest eight documents of a
/// generation, and three of one publisher, so that what all pages of a site share links few of them; where a line is full the oldest entry
/// gives way. About 140 bytes a document.
class WindowIndex {
public:
    /// `days`: how far apart in time two documents may be to be linked.
    explicit WindowIndex(std::int32_t days) : days_(days) {}

    /// Numbers of earlier documents that share a band, or three rare facts: those that share most, at most 32, four of them of its own
    /// publisher. Ascending.
    [[nodiscard]] std::vector<std::uint32_t> find(const Sketch& sketch, const Filing& filing) const;

    /// Files the next document; numbers count from 0. `now` is the day of the stream.
    void add(const Sketch& sketch, const Filing& filing, std::int32_t now);

    /// Forgets generations whose last document was filed before `now` less the window, and the oldest where there are too many documents.
    void forget(std::int32_t now);

    /// The oldest document that is still there.
    [[nodiscard]] std::uint32_t first() const { return generations_.empty() ? next_ : generations_.front().first; }

private:
    static constexpr std::size_t entries = 16;
    struct alignas(64) Line {
        std::array<std::uint32_t, entries> entry{};  ///< newest first; 0 empty
    };
    struct Generation {
        std::uint32_t first = 0;
        std::size_t capacity = 0;  ///< documents
        std::int32_t last_filed = 0;
        std::vector<Line, LargePages<Line>> lines;
        std::vector<std::uint32_t> publishers;  ///< by document, shortened
        std::vector<std::int32_t> days;

        void add(std::uint64_t key, std::uint32_t local, std::uint32_t publisher);
    };
    struct Hit {
        std::uint32_t document;
        std::uint32_t weight;
    };
    void collect(std::span<const std::uint64_t> keys, std::uint32_t weight, std::vector<Hit>& hits) const;
    [[nodiscard]] const Generation& generation_of(std::uint32_t document) const;
    void start_generation();

    std::int32_t days_;
    std::uint32_t next_ = 0;
    std::deque<Generation> generations_;  ///< oldest first
};

}  // namespace synoptic
