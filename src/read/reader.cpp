// SPDX-License-Identifier: Apache-2.0
#include "read/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "read/readers.hpp"
#include "read/sniff.hpp"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

class RejectReader final : public Reader {
public:
    RejectReader(std::string path, std::string reason) : reject_{{.path = std::move(path), .record = "", .reason = std::move(reason)}} {}
    std::optional<std::variant<Page, Reject>> next() override {
        if (!reject_) {
            return std::nullopt;
        }
        return std::exchange(reject_, std::nullopt).value();
    }

private:
    std::optional<Reject> reject_;
};

std::unique_ptr<Reader> reject(std::string path, std::string reason) {
    return std::make_unique<RejectReader>(std::move(path), std::move(reason));
}

/// Unpacks gzip and zstd, told by their first bytes.
std::unique_ptr<ByteSource> open_packed(const std::string& path) {
    auto source = open_file(path);
    std::string head(4, '\0');
    std::size_t got = 0;
    while (got < head.size()) {
        const std::size_t more = source->read(head.data() + got, head.size() - got);
        if (more == 0) {
            break;
        }
        got += more;
    }
    head.resize(got);
    const bool is_gzip = head.starts_with("\x1f\x8b\x08");
    const bool is_zstd =
        head.starts_with("\x28\xb5\x2f\xfd") || (head.size() == 4 && (head[0] & '\xF0') == '\x50' && head.substr(1) == "\x2a\x4d\x18");
    auto whole = join(std::move(head), std::move(source));
    return is_gzip ? gunzip(std::move(whole)) : is_zstd ? unzstd(std::move(whole)) : std::move(whole);
}

std::unique_ptr<Reader> open_one(const std::string& path) {
    Input input(open_packed(path));
    const std::string_view head = input.peek(4096);
    if (head.empty()) {
        return reject(path, input.error().empty() ? "is empty" : input.error());
    }
    std::string name = lower_ascii(path);
    for (std::string_view end : {".gz", ".zst"}) {
        if (name.ends_with(end)) {
            name.resize(name.size() - end.size());
        }
    }
    switch (sniff(head, name)) {
    case Content::binary:
        return reject(path, "is binary data");
    case Content::warc:
        return read_warc(path, std::move(input));
    case Content::jsonl:
        return read_jsonl(path, std::move(input));
    case Content::json_feed:
        return read_json_feed(path, std::move(input));
    case Content::feed:
        return read_feed(path, std::move(input));
    case Content::html:
        return read_whole(path, std::move(input), PageKind::html);
    case Content::text:
        break;
    }
    return read_whole(path, std::move(input), PageKind::text);
}

/// A folder's files and, where they stand by name, its folders. Hidden names and links to folders are left out.
class FolderReader final : public Reader {
public:
    explicit FolderReader(const fs::path& folder) { enter(folder); }

    std::optional<std::variant<Page, Reject>> next() override {
        for (;;) {
            if (reader_) {
                if (auto item = reader_->next()) {
                    found_ = true;
                    return item;
                }
                reader_.reset();
            }
            if (levels_.empty()) {
                if (!found_) {
                    found_ = true;
                    return Reject{.path = top_, .record = "", .reason = "is a folder without files"};
                }
                return std::nullopt;
            }
            Level& level = levels_.back();
            if (level.next == level.names.size()) {
                levels_.pop_back();
                continue;
            }
            const fs::path path = level.folder / level.names[level.next++];
            std::error_code problem;
            const auto status = fs::symlink_status(path, problem);
            if (fs::is_directory(status)) {
                enter(path);
            } else if (fs::is_regular_file(fs::status(path, problem))) {
                reader_ = open_one(path.string());
            }
        }
    }

private:
    struct Level {
        fs::path folder;
        std::vector<std::string> names;
        std::size_t next = 0;
    };

    void enter(const fs::path& folder) {
        if (top_.empty()) {
            top_ = folder.string();
        }
        std::error_code problem;
        Level level{.folder = folder, .names = {}};
        for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
            std::string name = entry->path().filename().string();
            if (!name.starts_with('.')) {
                level.names.push_back(std::move(name));
            }
        }
        if (problem) {
            reader_ = reject(folder.string(), fmt::format("cannot be opened: {}", problem.message()));
        }
        std::ranges::sort(level.names);
        levels_.push_back(std::move(level));
    }

    std::vector<Level> levels_;
    std::unique_ptr<Reader> reader_;
    std::string top_;
    bool found_ = false;
};

}  // namespace

std::string to_line(const Reject& reject) {
    return fmt::format("{} {}{}{}: {}", reject.kept ? "repaired" : "skipped", reject.path, reject.record.empty() ? "" : ", ", reject.record,
                       reject.reason);
}

std::unique_ptr<Reader> open_input(const std::string& path) {
    std::error_code problem;
    if (path != "-") {
        const auto status = fs::status(path, problem);
        if (fs::is_directory(status)) {
            return std::make_unique<FolderReader>(path);
        }
        if (status.type() == fs::file_type::not_found) {
            return reject(path, "does not exist");
        }
    }
    return open_one(path);
}

}  // namespace synoptic
