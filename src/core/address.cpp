// SPDX-License-Identifier: Apache-2.0
#include "core/address.hpp"

#include <algorithm>

namespace synoptic {

std::string_view host_of(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (url.starts_with(scheme)) {
            url.remove_prefix(scheme.size());
            std::string_view host = url.substr(0, url.find_first_of("/?#"));
            host.remove_prefix(std::min(host.find('@') + 1, host.size()));
            host = host.substr(0, host.find(':'));
            return host.starts_with("www.") ? host.substr(4) : host;
        }
    }
    return {};
}

}  // namespace synoptic
