// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "read/byte_source.hpp"

namespace synoptic {

namespace {

/// The packed bytes that wait to be unpacked, and where in the file they stand.
class Packed {
public:
    explicit Packed(std::unique_ptr<ByteSource> source) : source_(std::move(source)), bytes_(1U << 18U, '\0') {}

    /// True if there is at least one byte; reads more where none is left.
    bool fill() {
        if (begin_ == end_) {
            at_ += end_;
            begin_ = 0;
            end_ = source_->read(bytes_.data(), bytes_.size());
        }
        return begin_ != end_;
    }
    [[nodiscard]] std::string_view rest() const { return std::string_view(bytes_).substr(begin_, end_ - begin_); }
    void take(std::size_t count) { begin_ += count; }
    [[nodiscard]] std::uint64_t position() const { return at_ + begin_; }
    [[nodiscard]] const std::string& error() const { return source_->error(); }

    /// Goes back to a place that is still in the buffer; stays where it is not.
    void go_back_to(std::uint64_t position) {
        if (position >= at_ && position < at_ + begin_ &&
            went_back_ < this->position() + (1U << 20U)) {  // in all no more than was read: linear
            went_back_ += this->position() - position;
            begin_ = static_cast<std::size_t>(position - at_);
        }
    }

    /// Goes to the next place where `magic` stands. False at the end.
    bool find(std::string_view magic) {
        std::size_t matched = 0;
        for (; fill(); take(1)) {
            const char c = rest().front();
            matched = c == magic[matched] ? matched + 1 : (c == magic[0] ? 1 : 0);
            if (matched == magic.size()) {
                pending_ = magic.substr(0, magic.size() - 1);
                return true;
            }
        }
        return false;
    }
    /// The bytes of the magic that find() has already passed.
    std::string_view take_pending() { return std::exchange(pending_, std::string_view{}); }

private:
    std::unique_ptr<ByteSource> source_;
    std::string bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t at_ = 0;
    std::uint64_t went_back_ = 0;
    std::string_view pending_;
};

/// Watches what the members of a packed file unpack to: each by itself, and all of them, as a bomb may be made of many small ones.
class BombWatch {
public:
    void begin_member() { in_ = out_ = 0; }
    void take(std::uint64_t in) {
        in_ += in;
        all_in_ += in;
    }
    void give(std::uint64_t out) {
        out_ += out;
        all_out_ += out;
    }
    [[nodiscard]] bool is_bomb() const { return is_bomb_of(bomb_size, in_, out_) || is_file_bomb(); }
    /// A few members that are bombs leave the rest of a file to be read; this does not.
    [[nodiscard]] bool is_file_bomb() const { return is_bomb_of(4 * bomb_size, all_in_, all_out_); }

private:
    static bool is_bomb_of(std::uint64_t size, std::uint64_t in, std::uint64_t out) { return out > size && out / bomb_ratio > in; }
    std::uint64_t in_ = 0;
    std::uint64_t out_ = 0;
    std::uint64_t all_in_ = 0;
    std::uint64_t all_out_ = 0;
};

class GunzipSource final : public ByteSource {
public:
    explicit GunzipSource(std::unique_ptr<ByteSource> packed) : packed_(std::move(packed)) { start(); }
    GunzipSource(const GunzipSource&) = delete;
    GunzipSource& operator=(const GunzipSource&) = delete;
    ~GunzipSource() override { inflateEnd(&stream_); }

    std::size_t read(char* to, std::size_t room) override {
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(room);
        while (error_.empty()) {
            if (!feed()) {
                break;
            }
            const int outcome = step();
            const std::size_t got = room - stream_.avail_out;
            watch_.give(got);
            if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR) {
                error_ = "is broken gzip data";
            } else if (watch_.is_bomb()) {
                error_ = "is a gzip bomb: it unpacks to more than 200 times its size";
            }
            if (outcome == Z_STREAM_END) {
                inside_ = false;
            }
            if (got > 0) {
                return got;
            }
        }
        return 0;
    }

    [[nodiscard]] std::uint64_t origin() const override { return member_; }

    bool resume() override {
        if (watch_.is_file_bomb()) {
            return false;
        }
        pending_ = {};
        packed_.go_back_to(member_ + 1);
        if (packed_.position() == member_ && packed_.fill()) {
            packed_.take(1);
        }
        if (!packed_.find(magic)) {
            return false;
        }
        error_.clear();
        inside_ = false;
        return true;
    }

private:
    static constexpr std::string_view magic = "\x1f\x8b\x08";

    void start() {
        stream_ = {};
        inflateInit2(&stream_, 15 + 16);
    }

    /// Makes sure that there is input, and begins the next member where one ended. False at the end of all.
    bool feed() {
        const bool more = packed_.fill();
        if (!packed_.error().empty()) {
            error_ = packed_.error();
            return false;
        }
        if (inside_) {
            if (!more) {
                error_ = "is a truncated gzip file";
            }
            return more;
        }
        if (!more) {
            return false;
        }
        if (packed_.rest().front() == '\0') {  // padding after the last member, as on tapes
            packed_.take(1);
            return feed_padding();
        }
        begin_member();
        return true;
    }

    bool feed_padding() {
        while (packed_.fill() && packed_.rest().front() == '\0') {
            packed_.take(1);
        }
        if (!packed_.fill()) {
            return false;
        }
        begin_member();
        return true;
    }

    void begin_member() {
        inflateReset(&stream_);
        inside_ = true;
        watch_.begin_member();
        pending_ = packed_.take_pending();
        member_ = packed_.position() - pending_.size();
    }

    int step() {
        const std::string_view input = pending_.empty() ? packed_.rest() : pending_;
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        stream_.avail_in = static_cast<uInt>(input.size());
        const int outcome = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t used = input.size() - stream_.avail_in;
        watch_.take(used);
        if (pending_.empty()) {
            packed_.take(used);
        } else {
            pending_.remove_prefix(used);
        }
        return outcome;
    }

    Packed packed_;
    z_stream stream_{};
    std::string_view pending_;
    bool inside_ = false;
    std::uint64_t member_ = 0;
    BombWatch watch_;
};

struct FreeZstd {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class UnzstdSource final : public ByteSource {
public:
    explicit UnzstdSource(std::unique_ptr<ByteSource> packed) : packed_(std::move(packed)), context_(ZSTD_createDCtx()) {
        ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, 27);  // a window of 128 MB at most
    }

    std::size_t read(char* to, std::size_t room) override {
        ZSTD_outBuffer output{to, room, 0};
        while (error_.empty()) {
            const bool more = packed_.fill();
            if (!packed_.error().empty()) {
                error_ = packed_.error();
                break;
            }
            if (!more && !inside_) {
                break;
            }
            if (!inside_) {
                inside_ = true;
                member_ = packed_.position();
                watch_.begin_member();
            }
            ZSTD_inBuffer input{packed_.rest().data(), more ? packed_.rest().size() : 0, 0};
            const std::size_t outcome = ZSTD_decompressStream(context_.get(), &output, &input);
            packed_.take(input.pos);
            watch_.take(input.pos);
            watch_.give(output.pos);
            if (ZSTD_isError(outcome) != 0U) {
                error_ = "is broken zstd data";
            } else if (watch_.is_bomb()) {
                error_ = "is a zstd bomb: it unpacks to more than 200 times its size";
            } else if (outcome == 0) {
                inside_ = false;
            } else if (!more && output.pos == 0) {
                error_ = "is a truncated zstd file";
            }
            if (output.pos > 0) {
                return output.pos;
            }
        }
        return 0;
    }

    [[nodiscard]] std::uint64_t origin() const override { return member_; }

private:
    Packed packed_;
    std::unique_ptr<ZSTD_DCtx, FreeZstd> context_;
    bool inside_ = false;
    std::uint64_t member_ = 0;
    BombWatch watch_;
};

}  // namespace

std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> packed) { return std::make_unique<GunzipSource>(std::move(packed)); }
std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> packed) { return std::make_unique<UnzstdSource>(std::move(packed)); }

}  // namespace synoptic
