// SPDX-License-Identifier: Apache-2.0
#include "lineage/shelf.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/failure.hpp"

namespace synoptic {

namespace {

constexpr std::size_t unit = 16;                        // bytes
constexpr std::size_t at_once = 1U << 18U;              // bytes; what is written while it is still in the cache
constexpr std::size_t documents_of_volume = 1U << 16U;  // or fewer: a batch is never divided

[[noreturn]] void fail(std::string_view what) {
    throw Failure(
        fmt::format("cannot {} a temporary file in {}: {}", what, std::filesystem::temp_directory_path().string(), std::strerror(errno)));
}

/// Without a name from the start, so that nothing is left behind however the program ends.
int open_nameless() {
    std::string path = (std::filesystem::temp_directory_path() / "synoptic-XXXXXX").string();
    const int file = mkstemp(path.data());
    if (file < 0) {
        fail("make");
    }
    unlink(path.c_str());
    return file;
}

}  // namespace

Shelf::~Shelf() {
    for (const Volume& volume : volumes_) {
        close(volume.file);
    }
}

void Shelf::put(std::vector<Reading> batch) {
    put_aside();
    first_ += static_cast<std::uint32_t>(batch_.size());
    batch_ = std::move(batch);
}

void Shelf::put_aside() {
    if (batch_.empty()) {
        return;
    }
    if (volumes_.empty() || volumes_.back().ends.size() >= documents_of_volume) {
        volumes_.push_back({first_, open_nameless(), {}});
    }
    Volume& volume = volumes_.back();
    std::size_t written = volume.ends.empty() ? 0 : volume.ends.back() * unit;
    std::string bytes;
    for (const Reading& reading : batch_) {
        append_bytes(reading, bytes);
        bytes.resize((bytes.size() + unit - 1) / unit * unit);
        volume.ends.push_back(static_cast<std::uint32_t>((written + bytes.size()) / unit));
        if (bytes.size() >= at_once) {
            write(bytes, volume, written);
            written += bytes.size();
            bytes.clear();
        }
    }
    write(bytes, volume, written);
}

void Shelf::write(std::string_view bytes, const Volume& volume, std::size_t begin) {
    auto at = static_cast<off_t>(begin);
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t written = pwrite(volume.file, rest.data(), rest.size(), at);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            fail("write");
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
        at += written;
    }
}

const Reading& Shelf::get(std::uint32_t number, Reading& room) const {
    if (number >= first_) {
        return batch_[number - first_];
    }
    const Volume& volume = *(std::ranges::upper_bound(volumes_, number, {}, &Volume::first) - 1);
    const std::uint32_t local = number - volume.first;
    const std::size_t begin = local == 0 ? 0 : volume.ends[local - 1] * unit;
    std::string bytes(volume.ends[local] * unit - begin, '\0');
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t got = pread(volume.file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            fail("read");
        }
        done += static_cast<std::size_t>(got);
    }
    room = from_bytes(bytes);
    return room;
}

void Shelf::forget_before(std::uint32_t first) {
    while (!volumes_.empty() && volumes_.front().first + volumes_.front().ends.size() <= first) {
        close(volumes_.front().file);
        volumes_.pop_front();
    }
}

}  // namespace synoptic
