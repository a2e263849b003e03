// SPDX-License-Identifier: Apache-2.0
#include "read/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace synoptic {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const {
        if (file != stdin) {
            std::fclose(file);
        }
    }
};

class FileSource final : public ByteSource {
public:
    explicit FileSource(const std::string& path) : file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
        if (!file_) {
            error_ = errno == ENOENT   ? "does not exist"
                     : errno == EACCES ? "cannot be opened: permission denied"
                                       : std::string("cannot be opened: ") + std::strerror(errno);
        }
    }

    std::size_t read(char* to, std::size_t room) override {
        if (!file_) {
            return 0;
        }
        const std::size_t got = std::fread(to, 1, room, file_.get());
        if (got == 0 && std::ferror(file_.get()) != 0) {
            error_ = std::string("cannot be read: ") + std::strerror(errno);
        }
        return got;
    }

    [[nodiscard]] std::uint64_t origin() const override { return 0; }

private:
    std::unique_ptr<std::FILE, CloseFile> file_;
};

class JoinedSource final : public ByteSource {
public:
    JoinedSource(std::string head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) { take_error(); }

    std::size_t read(char* to, std::size_t room) override {
        if (at_ < head_.size()) {
            const std::size_t got = std::min(room, head_.size() - at_);
            std::memcpy(to, head_.data() + at_, got);
            at_ += got;
            return got + (rest_ && got < room ? rest_->read(to + got, room - got) : 0);
        }
        const std::size_t got = rest_ ? rest_->read(to, room) : 0;
        take_error();
        return got;
    }

    [[nodiscard]] std::uint64_t origin() const override { return rest_ ? rest_->origin() : 0; }

private:
    void take_error() {
        if (rest_ && !rest_->error().empty()) {
            error_ = rest_->error();
        }
    }

    std::string head_;
    std::size_t at_ = 0;
    std::unique_ptr<ByteSource> rest_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) { return std::make_unique<FileSource>(path); }
std::unique_ptr<ByteSource> join(std::string head, std::unique_ptr<ByteSource> rest) {
    return std::make_unique<JoinedSource>(std::move(head), std::move(rest));
}

}  // namespace synoptic
