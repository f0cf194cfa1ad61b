#pragma once
// The one way Boost.Asio and Beast come in, so that every file agrees that their code stands in asio.cpp: a Boost header
// before these two words would bring a second copy of it, with its own error categories, equal to no other.
// Only this folder's connection, connection_sending, listener, lane and server may include this.
//
// Coroutines under g++ 12: a temporary lambda with captures, or a brace-built aggregate, inside a co_await expression is
// destroyed twice. Name it first.
#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes the recycling allocator of coroutine frames for a mismatch, in whatever function it is inlined into.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>

namespace edge {
namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Steady = std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;
}  // namespace edge
