import pg from "pg"; import { readFileSync } from "node:fs";
const { passwords, port } = JSON.parse(readFileSync(".landfall/postgres.json","utf8"));
const list = new pg.Client({ host:"127.0.0.1", port, user:"postgres", password: passwords.postgres, database:"postgres" });
await list.connect();
const dbs=(await list.query("select datname from pg_database where not datistemplate and datname<>'postgres'")).rows; await list.end();
const c = new pg.Client({ host:"127.0.0.1", port, user:"postgres", password: passwords.postgres, database: dbs[0].datname });
await c.connect();
const { rows:[p] } = await c.query("select id, organisation_id from people where name='Aurelio Santangelo'");
const t = [p.organisation_id, p.id];
const first="array['Vera','Imke','Anton','Berit','Noor','Wim','Sofie','Kasimir','Lidia','Tomas','Ruth','Haruto','Marit','Jonas','Ingrid','Pablo','Oskar','Delphine','Chidi','Zuzana']";
const last="array['Lindqvist','Brandsma','Kessler','Solheim','Aziz','Terpstra','Almeida','Nowak','Fontaine','Berg','Okafor','Rossi','Hauge','Vandermeer','Castellanos','Petrov','Ibsen','Moreau','Eze','Kralova']";
await c.query(`insert into search_contacts (id, organisation_id, person_id, name, name_key, company_name, company_key, role, strength, last_contact_on, connected_on)
 select gen_random_uuid(), $1, $2, nm, lower(nm), co, lower(co), (array['Head of Operations','Partner','CFO','Chair','Plant Director','Recruiter','Adviser'])[1+n%7], 1+(n%17=0)::int+(n%91=0)::int,
 case when n%9=0 then current_date - (n%400) end, current_date - (n%3000)
 from (select n, (${first})[1+n%20]||' '||(${last})[1+(n/20)%20]||' '||n as nm, case when n%5=0 then '' else 'Company '||(n%700) end as co from generate_series(1,10000) n) x`, t);
await c.query(`insert into search_companies (id, organisation_id, person_id, name, name_key, fit) select gen_random_uuid(), $1,$2,'Company '||n, lower('Company '||n), n%4 from generate_series(1,120) n`, t);
await c.query(`insert into opportunities (id, organisation_id, person_id, title, title_key, company_name, company_key, stage, stage_since, next_action, next_action_on)
 select gen_random_uuid(), $1,$2, ti, lower(ti), 'Company '||(n%700), lower('Company '||(n%700)), (array['target','target','applied','applied','interviewing','declined','closed','closed'])[1+n%8], now()-n*interval '3 hours', case when n%3=0 then 'Call them back' else '' end, case when n%3=0 then current_date+(n%40)-10 end
 from (select n, (array['Chief Operating Officer','VP Supply Chain','Managing Director','Head of Logistics','Plant Director'])[1+n%5]||' '||n as ti from generate_series(1,500) n) x`, t);
await c.query(`insert into outreach (id, organisation_id, person_id, contact_id, kind, "on", note) select gen_random_uuid(), $1,$2, id, (array['mail','call','meeting','message'])[1+(random()*3)::int], current_date-(random()*300)::int, 'Spoke about the market, and whom else to ask.' from search_contacts where person_id=$2 and last_contact_on is not null`, t);
await c.query("analyze");
console.log(dbs, (await c.query("select count(*) from search_contacts")).rows, (await c.query("select count(*) from outreach")).rows);
await c.end();
