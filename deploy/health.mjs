// The health check of the image: whether the server can answer.
const reply = await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`)
process.exitCode = reply.ok ? 0 : 1
