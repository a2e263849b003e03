// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

enum class Content : std::uint8_t { html, text, jsonl, warc, feed, json_feed, binary };

/// What bytes are, told by their first kilobytes and, where those leave it open, by the file's name (a packed file's: without ".gz").
/// "<!DOCTYPE html>..." => html; "{\"text\": ...}\n" => jsonl; "%PDF-1.4" => binary
Content sniff(std::string_view head, std::string_view name);

/// Whether the bytes look like HTML, whatever they are called.
bool looks_like_html(std::string_view head);

}  // namespace synoptic
