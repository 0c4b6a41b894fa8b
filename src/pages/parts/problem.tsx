import { Frame } from '../frame/frame.js'

interface Props {
  /** What stands above the title. */
  readonly eyebrow: string
  readonly title: string
  readonly detail: string
}

// A problem is of no day: perhaps the day was the problem.
const address = { path: '', query: {} }

/** What went wrong, in words, and where to go from there. It rests on no reading of the record. */
export const ProblemPage = ({ eyebrow, title, detail }: Props) => (
  <Frame title={title} address={address} json={null}>
    <section class="opening">
      <p class="eyebrow">{eyebrow}</p>
      <h1>{title}</h1>
      <p class="lead">{detail}</p>
      <p class="doors">
        <a href="/">Home</a>
        <a href="/search">Every State</a>
        <a href="/outstanding">What is left to ratify</a>
      </p>
    </section>
  </Frame>
)
