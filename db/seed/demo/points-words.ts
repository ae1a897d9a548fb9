/** Points of the demo's library, pasted as people have them: by tag. */
export const demoPoints: ReadonlyArray<{ tags: string[]; text: string }> = [
  {
    tags: ["operations", "scale"],
    text: `## Kubernetes
- Moved 63 services to Kubernetes with blue-green releases; failed releases fell from 9 to 1 in a quarter.
- Wrote the Helm charts that eleven teams release with, and the checks that stop a bad one.
- Cut the monthly cluster bill by 28 % with right-sized requests and night schedules.

## Terraform
- Described 140 cloud resources in Terraform modules, so that a new region stands in a day instead of six weeks.
- Reviewed every change of infrastructure as code, with plans that a developer can read.

## AWS
- Took two data centres to AWS in fourteen months without a night shift.
- Set up accounts, networks and guard rails for nine teams on AWS.

## Linux
- Hardened 300 Linux servers to the bank's baseline and kept them there.

## Ansible
- Replaced hand-written runbooks with 60 Ansible roles that run every night.

## Prometheus
- Built the Prometheus alerts on what users notice; pages at night went from 40 to 3 a month.`,
  },
  {
    tags: ["delivery"],
    text: `## CI/CD
- Set up CI/CD with signed builds, so that an auditor can follow each release to its review.
- Brought the time from merge to production from nine days to forty minutes.

## Jenkins
- Turned 70 Jenkins jobs into one pipeline that every team reads.

## Docker
- Put the build into Docker images of 90 MB instead of 1.4 GB.

## Playwright
- Wrote 220 Playwright journeys that run in eleven minutes; regression took four days before.

## Selenium
- Kept 900 Selenium tests green for two years, with quarantine for those that lied.`,
  },
  {
    tags: ["backend"],
    text: `## Java
- Led the move of a settlement core from Java 8 to 21, with no day of downtime.
- Wrote the payment matching in Java that clears 4.2 million transfers a day.
- Took a shop-floor system apart into nine Java services, one each month.

## Spring Boot
- Built twelve Spring Boot services with contract tests, so that teams release alone.

## Go
- Rebuilt the fraud rules engine in Go; decisions in 40 ms at the 99th percentile, before 310 ms.
- Wrote a Go client that eleven teams use for idempotent calls.

## C#
- Wrote the C# and .NET pricing module with 400 unit tests.

## .NET
- Moved six .NET Framework services to .NET 8 and Linux.

## Python
- Wrote the Python jobs that bill 2.1 million meters a night.

## Django
- Kept a Django shop with 40,000 visitors a day quick through three Black Fridays.`,
  },
  {
    tags: ["data", "scale"],
    text: `## Kafka
- Introduced Kafka for container events: 12,000 a second, replayable for 30 days.
- Replaced a nightly batch with streams on Kafka; the dispatchers see a delay within a minute.

## PostgreSQL
- Tuned PostgreSQL partitions; the slowest report went from 11 minutes to 8 seconds.
- Moved 4 TB to PostgreSQL over a weekend with logical replication.

## Apache Spark
- Rewrote 30 Spark jobs that read 40 million readings a day; the run ends before breakfast.

## Airflow
- Brought order into 200 Airflow tasks: owners, deadlines, and what to do when one fails.

## SQL
- Wrote the SQL behind the figures that the board reads every month.

## SQL Server
- Took a ten-year-old SQL Server schema through four releases without a lost row.

## Databricks
- Set up Databricks for three teams, with costs that each of them sees.`,
  },
  {
    tags: ["frontend"],
    text: `## React
- Built the point-of-sale client in React that runs in 900 shops.
- Cut the first load of a React portal from 4.1 to 1.2 seconds on a tablet.

## TypeScript
- Brought 180,000 lines to strict TypeScript, a folder a week.

## Accessibility
- Took a configurator to WCAG 2.2 AA with its own users at the table.

## Next.js
- Moved a catalogue of 60,000 articles to Next.js; search engines find all of it.`,
  },
  {
    tags: ["industry"],
    text: `## Terminalis
- Moved Terminalis to AWS in three nights; no crane waited for it.
- Connected Terminalis TOS to the customs of four ports.

## MachineWeave
- Took MachineWeave apart into nine services while twelve plants went on producing.`,
  },
];

/** A point of which nobody would be convinced any more. */
export const retiredPoint = { technology: "Jenkins", text: "Responsible for Jenkins." };
