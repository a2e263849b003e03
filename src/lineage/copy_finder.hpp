// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lineage.hpp"
#include "lineage/comparison.hpp"
#include "lineage/furniture.hpp"
#include "lineage/reading.hpp"
#include "lineage/shelf.hpp"
#include "lineage/sketch.hpp"
#include "lineage/window_index.hpp"

namespace synoptic {

struct LineageOptions {
    unsigned threads = 0;    ///< 0: one per core
    std::int32_t days = 30;  ///< a document is compared with those at most so much older or younger
    bool thorough = false;   ///< takes all measures, and gives pairs that were found independent too
};

/// Two documents that were compared. The indices of `derivation` are their numbers in the order they were added.
struct ComparedPair {
    Derivation derivation;  ///< its relation may be quotation or independent, too: then a is the earlier
    Measures measures;      ///< of (a, b) as in `derivation`
    std::string label_a;
    std::string label_b;
};

/// Finds, for documents that come in order of time, which earlier ones they were made from, or were the source of. Holds 150 bytes a
/// document of the window and tables of a fixed size; the words of earlier documents lie on disk. For one thread, which it helps out with
/// others.
class CopyFinder {
public:
    static constexpr std::size_t unknown_number = 100'000;
    /// `expected_documents`: sizes the tables; more may come.
    CopyFinder(const LineageOptions& options, std::size_t expected_documents);

    /// Adds documents; numbers go on from the former batch. What stands in many of them is known as furniture from the first on, so batches
    /// should be large. The pairs of each document in the order of the documents; the same for any number of threads.
    std::vector<ComparedPair> add(std::vector<Reading> batch);

private:
    void mark_and_count();
    std::vector<std::vector<std::uint32_t>> find_and_file();

    LineageOptions options_;
    FurnitureCounts furniture_;
    HolderCounts fact_holders_;
    WindowIndex index_;
    Shelf shelf_;
    std::int32_t now_ = Reading::no_day;
};

}  // namespace synoptic
