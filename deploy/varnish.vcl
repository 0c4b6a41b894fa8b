vcl 4.1;

# Varnish in front of the API: it keeps what the API's Cache-Control says, asks whether it still holds with If-None-Match,
# and gives the old answer while it does (stale-while-revalidate is its grace).

backend ratification {
    .host = "127.0.0.1";
    .port = "3000";
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
