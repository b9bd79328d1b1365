/** More invented letters, each with customs of its own. Nobody in them exists. */
export const letters = {
  cityToInspection: `KØBENHAVNS KOMMUNE
Socialforvaltningen
Borgercenter Handicap

Til Socialtilsyn Hovedstaden

19-11-2018

Sagsnr.
2018-0244871

Dokumentnr.
2018-0244871-2

Sagsbehandler
Lone Friis Aaby

Svar på henvendelse om botilbuddet Lindegården

Socialtilsynet har den 22. oktober 2018 bedt Københavns Kommune om en redegørelse for bemandingen på botilbuddet.

Kommunen har ansat tre medarbejdere til nattevagter. De begynder den 1. december 2018.

Med venlig hilsen

Adm. direktør
Grethe Nymand

/ Palle Bundgaard Ries
borgercenterchef`,

  aldermanOnBehalf: `AARHUS KOMMUNE
Sociale Forhold og Beskæftigelse
Rådhuset, 8000 Aarhus C

Beskæftigelsesministeriet
Att.: Beskæftigelsesministeren

Den 5. marts 2020
Sags-ID: EMN-2020-001877
Direkte tlf.: 41 85 77 02

Redegørelse om sygedagpengeopfølgning

I brev af 12. februar 2020 har ministeren udbedt sig en redegørelse for opfølgningen i sygedagpengesager.

Der er oprettet et hold, som ringer til de sygemeldte i den første uge. Holdet er i gang.

På Magistratens vegne

Kristian Wedel Ørum                Hanne Sort Lauridsen
rådmand                            direktør`,

  replyMail: `From: Bente Rask Holm <beho@lemvig.dk>
Sent: 14. juni 2019 09:02
To: Styrelsen for Patientsikkerhed
Subject: SV: Opfølgning på tilsyn med Plejehjemmet Klitten (sag 19/7712)

Kære Signe

Tak for din mail af 7. juni 2019. Her er svar på dine spørgsmål om medicinhåndteringen.

Alle medarbejdere har været på kursus. Fra uge 27 gennemgår sygeplejersken skemaerne hver mandag.

Vh

Bente Rask Holm
Områdeleder

Lemvig Kommune
Rådhusgade 2
7620 Lemvig`,

  toAuditors: `Rigsrevisionen
Landgreven 4
1301 København K

Varde Kommune
Økonomi og Styring
Bytoften 2
6800 Varde
vardekommune@varde.dk

Varde, den 3. september 2018

Deres ref.: 4411/18
Vores ref.: 18-9921

Vedr. beretning om refusion af sociale udgifter

Rigsrevisionen har ved brev af 20. august 2018 stillet en række spørgsmål til kommunens kontrol.

Kommunen indfører fra den 1. oktober 2018 stikprøver i hver tiende sag og retter de fundne fejl inden årets udgang.

Venlig hilsen

Jørn Thybo Lassen, økonomichef`,

  chairAndMayor: `FREDENSBORG KOMMUNE
Egevangen 3 B
2980 Kokkedal

Børne- og socialministeren
Holmens Kanal 22
1060 København K

Kokkedal, d. 11/4-2019
J.nr. 27.03.40-K09-2-19

Redegørelse for underretninger

Ministeren har i brev af 14. marts 2019 bedt om en redegørelse for vurderingen af underretninger inden for 24 timer.

Vi har indført en vagtordning, og fra maj er der en rådgiver på vagt alle hverdage.

På byrådets vegne

Ida Skjold Winther	Per Roesgaard
borgmester	formand for Børne-, Unge- og
	Skoleudvalget`,

  boardOfAppeal: `Ankestyrelsen
7998 Statsservice

Tel +45 3341 1200
ast@ast.dk
sikkermail@ast.dk

Norddjurs Kommune
Torvet 3
8500 Grenaa

J.nr. 20-33121
Dato: 2. juni 2020

Tilsynet: anmodning om udtalelse

Ankestyrelsen har modtaget en henvendelse om kommunens behandling af aktindsigtssager.

Vi skal derfor bede kommunalbestyrelsen om en udtalelse i sagen. Vi vil gerne have svar senest torsdag den 25. juni 2020.

Venlig hilsen

Freja Mohr Kaas
fuldmægtig`,

  childrenMinistry: `Børne- og Undervisningsministeriet
Frederiksholms Kanal 21
1220 København K
Tlf. nr.: 3392 5000
E-mail: uvm@uvm.dk
www.uvm.dk

Kommunalbestyrelsen i Stevns Kommune

10-02-2020
Sagsnr.: 20/01932

Kære kommunalbestyrelse

Ministeriet har modtaget kommunens redegørelse af 22. januar 2020. Ministeriet finder ikke, at redegørelsen er fyldestgørende.

Ministeriet skal derfor anmode om en supplerende redegørelse. Redegørelsen bedes sendt til ministeriet inden fredag den 6. marts 2020.

Med venlig hilsen

Bodil Hjort Stage
Chefkonsulent
Direkte tlf. 33 92 71 18`,

  ministerThanks: `Social- og ældreministeren

Til
Borgmester Aksel Tranekær
Langeland Kommune

Sagsnr.
2021 - 3310

Doknr.
402217

Dato
17-06-2021

Kære Aksel Tranekær

Tak for kommunens redegørelse, som jeg modtog den 28. maj 2021, og som er underskrevet af dig.

Jeg noterer mig, at I forventer at overholde fristerne fra den 1. september 2021. Jeg vil bede om en status, når der foreligger data for oktober 2021.

Med venlig hilsen

Mie Østerlund Falk`,

  centreManagerAlone: `Notat

Gribskov Kommune
Center for Børn og Unge

Til: Familieretshuset

Dato: 21.01.2021
Sag: 27.00.00-G01-8-21

Udtalelse om samarbejdet i sager om børns samvær

Familieretshuset har i mail af 6. januar 2021 anmodet kommunen om en udtalelse.

Kommunen skal hertil oplyse, at der er udpeget to kontaktpersoner, og at de deltager i fællesmøder hver måned.

Center for Børn og Unge
Tove Rønnow Birk
centerchef`,

  scannedHead: `HEDENSTED K0MMUNE
Stationsparken 1
8722 Hedensted

Statsforvaltningen
Storetorv 10
6200 Aabenraa

Hedensted, den 2l. maj 2014
J. nr. 14/8871

Vedr. aktindsigt

Ved skrivelse af 2. maj 2014 har Statsforvaltningen anmodet Hedensted Kommune om en udtalelse.

Kommunen beklager forløbet. Der er nu udarbejdet en vejledning, og alle ledere gennemgår den inden sommerferien.

Med venlig hilsen

Ove Bredahl Junker
Kommunaldirektør
                    / Kirsten Sams
                      chefkonsulent`,
}
