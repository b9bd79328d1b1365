/** Letters invented for the tests, each with customs of its own. Nobody in them exists. */
export const letters = {
  ombudsmanRequest: `FOLKETINGETS OMBUDSMAND
Gammeltorv 22
1457 København K

Telefon 33 13 25 12
www.ombudsmanden.dk
post@ombudsmanden.dk

Ballerup Kommune
Hold-an Vej 7
2750 Ballerup

Dato: 04-03-2019
Dok.nr. 19/00812-4/MKL
Sagsbehandler: Mia Kjær Lund

Sagsbehandlingstider i jobcentret

Jeg har modtaget en henvendelse fra en borger, som har klaget over kommunens sagsbehandlingstid. Jeg vedlægger en kopi.

Jeg beder Ballerup Kommune om en udtalelse om sagen. Jeg beder kommunen om i udtalelsen at komme ind på, hvor lang tid behandlingen af tilsvarende sager har taget i 2018.

Jeg anmoder om at modtage udtalelsen senest mandag den 8. april 2019.

Med venlig hilsen

for ombudsmanden

Karsten Loiborg Hviid
kontorchef

Kopi til orientering:
Borgeren`,

  agencyRequestWeeks: `Til kommunalbestyrelsen i Odder Kommune

Styrelsen for Arbejdsmarked og Rekruttering
Vermundsgade 38
2100 København Ø
T +45 72 21 74 00
E star@star.dk
www.star.dk

12. september 2018
Sagsnr. 18/12544

Anmodning om redegørelse for refusion

Styrelsen har gennemgået kommunens indberetninger for 1. halvår 2018. Gennemgangen viser, at der i 41 sager er hjemtaget refusion uden grundlag.

Kommunen bedes derfor redegøre for, hvordan fejlene er opstået, og hvornår de er rettet. Svar bedes fremsendt til styrelsen inden for tre uger fra dags dato.

Med venlig hilsen

Lotte Brask Pedersen
Specialkonsulent`,

  secondRequest: `Beskæftigelsesministeren
Ved Stranden 8
1061 København K
E bm@bm.dk

Borgmester Anne Friis Dahl
Solrød Kommune

J.nr. 2019 - 551
18. februar 2019

Supplerende redegørelse om sygedagpenge

Kære Anne Friis Dahl

Tak for redegørelsen af 28. januar 2019, som jeg har læst grundigt.

Jeg må desværre konstatere, at redegørelsen ikke besvarer mine spørgsmål. Det fremgår ikke, hvornår kommunen forventer at overholde fristerne, og flere af tiltagene er beskrevet meget generelt.

Jeg skal derfor anmode om en supplerende redegørelse, der konkret beskriver

- hvilke nye tiltag kommunen iværksætter
- hvornår lovgivningen vil være overholdt.

Jeg imødeser kommunens svar senest den 15. marts 2019.

Med venlig hilsen

Mads Thorlund Bech
/ Jonas Krogh Bille`,

  agencyAcknowledgement: `Ankestyrelsen
7998 Statsservice
Tel +45 3341 1200
ast@ast.dk

J.nr. 19-30211

2. april 2020

Vejen Kommune
Familie og Forebyggelse

Afslutning af sag om tilsyn med plejefamilier

Ankestyrelsen har den 19. februar 2020 modtaget kommunens redegørelse, som er underskrevet af direktør for Børn og Kultur Dorthe Linnemann Krarup og familiechef Rasmus Højbo Skovgaard.

Vi har noteret os, at kommunen forventer, at kravet om to tilsynsbesøg vil være opfyldt for alle børn ved udgangen af 2020.

Vi tager redegørelsen til efterretning og foretager ikke yderligere på nuværende tidspunkt. Vi vender tilbage, så snart tallene for 4. kvartal 2020 foreligger.

Venlig hilsen

Hanne Kjær Post
Ankechef`,

  secondOrientation: `Folketingets Beskæftigelsesudvalg

Dato: 3. maj 2019
J.nr. 2019 - 1207

Til medlemmerne af Beskæftigelsesudvalget

Orientering om kommunernes redegørelser for sygedagpengeområdet

Jeg har i januar 2019 skrevet til Solrød, Greve og Ishøj Kommune om de overskredne frister på sygedagpengeområdet.

Da Solrød Kommunes svar ikke var tilstrækkeligt, bad jeg den 18. februar 2019 Solrød Kommune om en supplerende redegørelse.

Alle tre kommuner har nu svaret, og jeg vedlægger redegørelserne til udvalgets orientering.

Med venlig hilsen

Mads Thorlund Bech
Beskæftigelsesminister`,

  mailStatement: `Fra: Karina Bøgh Lassen <karlas@odder.dk>
Sendt: 28. september 2018 13:07
Til: STAR <star@star.dk>
Emne: SV: Anmodning om redegørelse for refusion (jeres sagsnr. 18/12544)
Vedhæftet: Gennemgang af sager.xlsx

Kære Lotte

Hermed Odder Kommunes svar på styrelsens anmodning af 12. september 2018.

Vi har gennemgået de 41 sager og har tilbagebetalt refusionen i 38 af dem. De sidste tre bliver rettet inden udgangen af oktober. Fremover kontrollerer controlleren hver måned alle nye sager.

Mvh.

Karina Bøgh Lassen
Afdelingsleder, Ydelseskontoret
Direkte 87 80 33 41
karlas@odder.dk

Odder Kommune | Rådhusgade 3 | 8300 Odder | Tlf. 87 80 33 33 | www.odder.dk

Fra: Lotte Brask Pedersen
Sendt: 12. september 2018 09:15
Til: Odder Kommune
Emne: Anmodning om redegørelse for refusion

Til kommunalbestyrelsen
Med venlig hilsen
Lotte Brask Pedersen
Specialkonsulent`,

  memoStatement: `NOTAT

Solrød Kommune
Job- og Socialcentret

Sagsnr.: 19/2210
Dok.nr.: 19/2210-14
Sagsbeh.: Per Holst Juhl
Dato: 14-03-2019

Supplerende redegørelse til Beskæftigelsesministeriet

Dette notat besvarer de spørgsmål, som ministeren stillede i sit brev af 18. februar 2019.

Kommunen har ansat to nye sagsbehandlere pr. 1. marts 2019 og holder ugentlige tavlemøder. Kommunen forventer, at fristerne er overholdt i alle sager fra den 1. juni 2019.

På vegne af Solrød Kommune

Per Holst Juhl				Inge Kamp
Kst. jobcenterchef			Leder af Sygedagpengeteamet`,

  scannedStatement: `GREVE KOMMUNE
Rådhusholmen 10
2670 Greve

Til Beskæftigelsesministeren

Dato: 12. marts 2O19
Sagsnr.: 19-003311

Kære minister

Tak for dit brev af 21. januar 2019 om sygedagpenge.

Vi erkender at fristerne ikke er overholdt i 12 pct. af sagerne. Vi har derfor ansat en faglig koordinator og vil fra den 1. maj 2019 gennemgå alle sager hver uge.

Med venlig hiIsen

Pernille Skov Bang
Borgmester`,

  plan: `Ishøj Kommune

Beskæftigelsesstrategi 2019-2021

Indledning

Strategien sætter retningen for kommunens beskæftigelsesindsats i de kommende år og er vedtaget af byrådet.

Mål for indsatsen

Andelen af ledige, der får et tilbud til tiden, skal være mindst 90 pct. inden udgangen af 2020.`,

  shoppingList: `Mælk
Rugbrød
Kaffe
2 kg kartofler
Husk at ringe til Lone`,

  code: `import { z } from 'zod'
export const add = (a: number, b: number) => a + b
console.log(add(1, 2))`,

  citizenDecision: `Ishøj Kommune
Ydelsescentret
Store Torv 20
2635 Ishøj

Kære Hans Holm

Du har søgt om kontanthjælp den 3. maj 2019. Du kan ikke få kontanthjælp, fordi din ægtefælle har indtægt.

Du kan klage over afgørelsen inden fire uger.

Med venlig hilsen

Tina Møller
Ydelsesrådgiver`,

  reminder: `BESKÆFTIGELSESMINISTERIET
Holmens Kanal 20
1060 København K
Telefon 72 20 50 00
bm@bm.dk

Guldborgsund Kommune
Parkvej 37
4800 Nykøbing F.
Att. jobcenterchefen

31. maj 2019
J.nr. 2019 - 2210
Sagsbehandler Line Toft Bendtsen

Rykker vedrørende redegørelse om ledige over 50 år

Ved brev af 3. maj 2019 anmodede ministeriet Guldborgsund Kommune om en redegørelse for den manglende aktive indsats for ledige over 50 år. Svarfristen udløb den 24. maj 2019.

Ministeriet ses ikke at have modtaget redegørelsen. Redegørelsen skal herefter være ministeriet i hænde senest fredag den 14. juni 2019, kl. 12.00.

Med venlig hilsen

Line Toft Bendtsen
Chefkonsulent`,

  acknowledgementWithThanks: `Beskæftigelsesministeren

Holmens Kanal 20
1060 København K

Borgmester Jens Hald
Stevns Kommune

21. januar 2019
J.nr. 2018 - 6120

Kære Jens Hald

Tak for jeres brev af 14. december 2018, som er underskrevet af dig og jobcenterchef Lis From Petersen, og som blev modtaget i ministeriet den 17. december 2018.

Jeg er glad for, at kommunen har taget sagen alvorligt. Det fremgår af brevet, at der er ansat tre medarbejdere. Jeg bemærker med tilfredshed, at kommunen regner med at leve op til loven i løbet af første kvartal 2019.

På baggrund af tal for april 2019 vil Styrelsen for Arbejdsmarked og Rekruttering gøre status, og jeg vender tilbage, hvis tallene giver anledning til det.

De bedste hilsner

Mads Bech`,

  headInColumns: `Holstebro Kommune
Beskæftigelse og Vækst
Kirkestræde 11, 7500 Holstebro

Dato	Sagsnr.	Sagsbehandler	Direkte tlf.
07.03.2019	15.20.00-P05-3-19	Dorte Kjær Bach	96 11 75 40

Styrelsen for Arbejdsmarked og Rekruttering
Att. Jobcentertilsyn

Svar på styrelsens brev af 12.02.2019

Styrelsen har bedt kommunen om en status for handleplanen af 1. oktober 2018.

Alle punkter i planen er gennemført, bortset fra punkt 4, som bliver sat i værk i maj 2019. Kommunen følger op hver måned.

På kommunens vegne

Lars Møller Krogh, direktør          Dorte Kjær Bach, teamleder

Rådhuset | Kirkestræde 11 | 7500 Holstebro`,

  orientationInPassing: `Til Folketingets Beskæftigelsesudvalg

Beskæftigelsesministeren
J.nr. 2019-3311
14. juni 2019

Kære udvalgsmedlemmer

Jeg orienterede den 31. august 2018 udvalget om sagen. Siden har jeg bedt Vejle, Fredericia og Kolding Kommuner redegøre for deres indsats. Fredericia Kommune er efterfølgende blevet bedt om en uddybende redegørelse.

Jeg vedlægger redegørelserne.

Med venlig hilsen
Mads Bech`,

  personalStatement: `Varde Kommune · Bytoften 2 · 6800 Varde

Beskæftigelsesminister Peter Hummelgaard
Holmens Kanal 20, 1060 København K

BORGMESTEREN
Sagsid. 19/8841
Dok. 97114/19
20. september 2019
Kontakt: Bente Ravn Lund · Tlf. 79 94 68 00 · E-mail: belu@varde.dk

Vedr. lange sagsbehandlingstider

Kære Peter

Du skrev til mig den 28. august 2019 og bad mig forklare, hvorfor ledige i Varde Kommune venter for længe på et tilbud.

Det korte svar er, at vi har haft for få medarbejdere. Vi har derfor fra den 1. september 2019 ansat to nye jobkonsulenter. Vi forventer at være på plads inden jul.

Du er velkommen til at ringe til mig, hvis du vil høre mere.

Bedste hilsner

Erik Buhl Thorsen
Borgmester

Tlf. 79 94 68 01
E-mail: borgmester@varde.dk`,

  mailPlan: `Fra: Jobcenter Thisted <jobcenter@thisted.dk>
Til: STAR - Tilsyn <star@star.dk>
Sendt: 04-11-2019 10:12:44
Emne: Handleplan, j.nr. 19/09112

Til rette vedkommende

Under henvisning til jeres mail af 21/10 fremsendes hermed jobcentrets handleplan:

1. Alle borgere, der mangler en samtale, er indkaldt i uge 46.
2. Teamlederen følger op hver 14. dag.

Med venlig hilsen

Mona Bak Sørensen
Jobcenterchef

Dir. 99 17 21 08
mbs@thisted.dk

THISTED KOMMUNE
Jobcenter Thisted
Asylgade 30
7700 Thisted`,

  ombudsmanAnswer: `Gladsaxe Kommune
Byrådssekretariatet

Til Ombudsmanden

Gladsaxe, d. 2.12.2019
Vores sagsnr.: 32.00.00-K04-9-19
Deres sagsnr.: 19/04411

Udtalelse i klagesag

Ombudsmanden har ved skrivelse af 8. november d.å. anmodet Gladsaxe Kommune om en udtalelse.

Kommunen beklager sagsbehandlingstiden. Vi har d. 15. november indført en ny procedure, og alle klager bliver fremover besvaret inden for fire uger.

Bodil Friis Madsen            f. Torben Lykke Dam
Kommunaldirektør              Direktør, Social og Sundhed`,
}
