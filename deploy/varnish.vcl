vcl 4.1;

# Varnish in front of the API: it keeps what the API's Cache-Control says, asks whether it still holds with If-None-Match,
# and gives the old answer while it does (stale-while-revalidate is its grace).

backend ratification {
    .host = "127.0.0.1";
    .port = "3000";
    # A table of 64 MiB may take minutes to import. Varnish limits no body.
    .first_byte_timeout = 300s;
}

sub vcl_recv {
    # Metrics are for you: ask the API itself. Varnish does not decode the address, so each letter may be written as %XX.
    if (req.url ~ "(?i)^/+(m|%6d)(e|%65)(t|%74)(r|%72)(i|%69)(c|%63)(s|%73)(/|%2f)*([?#]|$)") {
        return (synth(403));
    }
}

sub vcl_backend_response {
    # An answer that is no longer fresh is asked for with its ETag for a week.
    if (beresp.http.ETag) {
        set beresp.keep = 7d;
    }
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
