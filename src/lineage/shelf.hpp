// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lineage/reading.hpp"

namespace synoptic {

/// Readings by number. The newest batch lies in memory; older ones lie in temporary files without a name, of which only the places are
/// kept (four bytes a document), and which go with the window.
class Shelf {
public:
    Shelf() = default;
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    ~Shelf();

    /// Puts the former batch aside and takes a new one. Throws Failure where the temporary folder has no room.
    void put(std::vector<Reading> batch);

    /// The newest batch, to be completed in place.
    [[nodiscard]] std::span<Reading> newest() { return batch_; }
    /// The number of its first reading.
    [[nodiscard]] std::uint32_t first_of_newest() const { return first_; }

    /// A reading that was not forgotten. One of an older batch is read into `room`. May be called from several threads.
    [[nodiscard]] const Reading& get(std::uint32_t number, Reading& room) const;

    /// Readings before `first` are asked for no more.
    void forget_before(std::uint32_t first);

private:
    struct Volume {
        std::uint32_t first = 0;
        int file = -1;
        std::vector<std::uint32_t> ends;  ///< by document, in units of 16 bytes
    };
    void put_aside();
    static void write(std::string_view bytes, const Volume& volume, std::size_t begin);

    std::vector<Reading> batch_;
    std::uint32_t first_ = 0;
    std::deque<Volume> volumes_;  ///< oldest first
};

}  // namespace synoptic
