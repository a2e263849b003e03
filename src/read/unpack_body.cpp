// SPDX-License-Identifier: Apache-2.0
#include "read/unpack_body.hpp"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "core/text.hpp"
#include "read/input.hpp"

namespace synoptic {

namespace {

constexpr std::size_t step_size = 1U << 16U;
constexpr int most_codings = 3;  ///< one over the other

/// Collects what a decoder puts out, up to `longest_record`.
class Output {
public:
    /// Room for the decoder's next bytes: a quarter of what there is, so that memory stays near what is needed.
    char* room(std::size_t& size) {
        used_ = bytes_.size();
        bytes_.resize(used_ + std::max(step_size, used_ / 4));
        size = bytes_.size() - used_;
        return bytes_.data() + used_;
    }
    void keep(std::size_t got) { bytes_.resize(used_ + got); }
    [[nodiscard]] bool is_full() const { return bytes_.size() > longest_record; }
    /// `finished`: whether the packed stream came to its end.
    Result<std::string> finish(bool finished) {
        if (is_full()) {
            return Error{"unpacks to more than 32 MB"};
        }
        if (bytes_.empty() && !finished) {
            return Error{"has a body that cannot be unpacked"};
        }
        return std::move(bytes_);
    }

private:
    std::string bytes_;
    std::size_t used_ = 0;
};

/// zlib's `window_bits` tells the format: 31 gzip, 15 zlib, -15 raw deflate.
Result<std::string> inflate_all(std::string_view packed, int window_bits) {
    z_stream stream{};
    inflateInit2(&stream, window_bits);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    Output output;
    int outcome = Z_OK;
    while (outcome == Z_OK && !output.is_full()) {
        std::size_t room = 0;
        stream.next_out = reinterpret_cast<Bytef*>(output.room(room));
        stream.avail_out = static_cast<uInt>(room);
        outcome = inflate(&stream, Z_NO_FLUSH);
        output.keep(room - stream.avail_out);
    }
    inflateEnd(&stream);
    return output.finish(outcome == Z_STREAM_END);
}

struct FreeBrotli {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

Result<std::string> unbrotli(std::string_view packed) {
    const std::unique_ptr<BrotliDecoderState, FreeBrotli> state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
    const auto* in = reinterpret_cast<const std::uint8_t*>(packed.data());
    std::size_t in_size = packed.size();
    Output output;
    BrotliDecoderResult outcome = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (outcome == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && !output.is_full()) {
        std::size_t room = 0;
        auto* out = reinterpret_cast<std::uint8_t*>(output.room(room));
        std::size_t left = room;
        outcome = BrotliDecoderDecompressStream(state.get(), &in_size, &in, &left, &out, nullptr);
        output.keep(room - left);
    }
    return output.finish(outcome == BROTLI_DECODER_RESULT_SUCCESS);
}

struct FreeZstd {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

Result<std::string> unzstd_all(std::string_view packed) {
    const std::unique_ptr<ZSTD_DCtx, FreeZstd> context(ZSTD_createDCtx());
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 25);
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    Output output;
    std::size_t outcome = 1;
    for (bool moves = true; moves && outcome != 0 && ZSTD_isError(outcome) == 0U && !output.is_full();) {
        std::size_t room = 0;
        char* to = output.room(room);
        ZSTD_outBuffer out{to, room, 0};
        const std::size_t before = in.pos;
        outcome = ZSTD_decompressStream(context.get(), &out, &in);
        moves = out.pos > 0 || in.pos > before;
        output.keep(out.pos);
    }
    return output.finish(outcome == 0);
}

/// Text, not packed bytes: no control characters at its front.
bool looks_like_text(std::string_view body) {
    return std::ranges::none_of(body.substr(0, 512), [](char c) { return static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c); });
}

/// Nothing where the body is not packed so.
std::optional<Result<std::string>> unpack_one(std::string_view body, std::string_view coding) {
    if (body.starts_with("\x1f\x8b")) {
        return inflate_all(body, 31);
    }
    if (body.starts_with("\x28\xb5\x2f\xfd")) {
        return unzstd_all(body);
    }
    if (coding == "deflate" && !trim(body).starts_with('<')) {
        auto unpacked = inflate_all(body, 15);
        return unpacked ? std::move(unpacked) : inflate_all(body, -15);
    }
    if (coding == "br" && !looks_like_text(body)) {
        return unbrotli(body);
    }
    return std::nullopt;
}

}  // namespace

Result<std::string> unpack_body(std::string body, std::string_view content_encoding) {
    const std::string lower = lower_ascii(content_encoding);
    auto codings = split(lower, ',');
    int count = 0;
    for (auto coding = codings.rbegin(); coding != codings.rend() && count < most_codings; ++coding, ++count) {
        auto unpacked = unpack_one(body, trim(*coding));
        if (!unpacked) {
            continue;
        }
        if (!*unpacked) {
            return std::move(*unpacked);
        }
        body = std::move(unpacked->value());
    }
    return body;
}

}  // namespace synoptic
