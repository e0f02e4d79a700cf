"""Names as they are met in Kreis Lippe, some of them often, in the spellings that papers have."""

from itertools import accumulate
from random import Random

OF_PERSONS = """
Mohammed Ahmad Fatima Ali Muhammad Maria Olena Hassan Ahmed Mohamed Hussein Yusuf Aisha Khaled Omar Ibrahim Amina Iryna
Natalia Mustafa Zahra Oleksandr Khalid Youssef Ayşe Mehmet Andrii Svitlana Said Mariam Abdul Karim Reza Maryam Yonas
Selam Tesfay Samuel Rahel Haile Elena Ion Andrei Ioana Mihai Ștefan Vasile Gheorghe Ana Viorica Fatma Emine Hüseyin
Zeynep Murat Hatice Elif Osman Dmytro Serhii Kateryna Yuliia Viktoriia Tetiana Mykola Volodymyr Ihor Oksana Liudmyla
Halyna Nadiia Abdelrahman Abdullah Bilal Samira Layla Nour Rania Hamza Walid Rashid Salma Yasmin Jamal Farid Nasrin
Parwin Shirin Habib Ghulam Najib Zabihullah Nasrullah Mina Sohrab Dilan Rojin Azad Berivan Sherko Yohannes Mehari Tsegay
Abrehet Kidane Berhane Filmon Senait Daniel Sara Adam Lina Tom Anna Peter Eva Ivan Jana
"""
OF_FAMILIES = """
Ahmad Mohammed Hussein Ali Hassan Ibrahim Shevchenko Kovalenko Rahimi Ahmadi Hosseini Mohammadi Karimi Yılmaz Kaya Demir
Şahin Çelik Popescu Ionescu Popa Radu Tesfay Haile Gebremedhin Bondarenko Tkachenko Kravchenko Oliinyk Melnyk Petrenko
Ivanova Kuznetsova Ahmadzai Noorzai Sharifi Nazari Rezai Haidari Al-Hassan Al-Hussein Abdullah Khalil Mahmoud Saleh
Darwish Haddad Najjar Barakat Yıldız Öztürk Özdemir Aydın Arslan Doğan Kılıç Stan Dumitru Constantin Munteanu Tekle
Kidane Berhane Weldu Mehari Schmidt Neumann Petrov Sokolov Novak Kowalska
"""
PARTS = """
ba da fe ge ho ka li lo ma mi na no ra ri sa so ta ve che sha zu ja khu dri
enko chuk zai pour yan escu oğlu ov ova i ani dze kar wi mann
"""
# How much more often the first of a list is drawn than the last: as a register's first name, not as a textbook's law.
EVEN = 40
RAREST = "Schwedriyan"
MADE_UP = 6000


class Names:
    """Draws given and family names; the rarest stands last among those made up of syllables."""

    def __init__(self, rnd: Random) -> None:
        self.rnd = rnd
        self.given = OF_PERSONS.split()
        syllables, endings = (line.split() for line in PARTS.strip().splitlines())
        made_up = ["".join(rnd.choices(syllables, k=2)) + rnd.choice(endings) for _ in range(MADE_UP)]
        self.family = [*OF_FAMILIES.split(), *(name.capitalize() for name in made_up), RAREST]
        self.weights = {
            len(names): list(accumulate(1 / (rank + EVEN) for rank in range(len(names))))
            for names in (self.given, self.family)
        }

    def draw(self) -> tuple[str, str]:
        """Given names, every fifth person has two, and the family name."""
        given = self._some(self.given, 2 if self.rnd.random() < 0.2 else 1)
        (family,) = self._some(self.family, 1)
        return " ".join(given), family

    def _some(self, names: list[str], count: int) -> list[str]:
        return self.rnd.choices(names, cum_weights=self.weights[len(names)], k=count)
